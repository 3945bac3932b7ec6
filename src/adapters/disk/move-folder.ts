import { cp, lstat, mkdir, realpath, rename, rm } from "node:fs/promises";
import { basename, dirname, join, resolve, sep } from "node:path";
import { InputError } from "../../core/errors.ts";
import { describeDiskError, readDiskErrorCode } from "./describe-disk-error.ts";

/**
 * Moves a folder with all in it, to another disk too; what stands at the new path is never touched.
 * A link is not followed: what it leads to may be in use under its own name.
 *
 * @throws {InputError} if it is a link, something stands at the new path already, that path lies
 * within the folder, or the disk refuses; nothing is moved then.
 */
export async function moveFolder(from: string, to: string): Promise<void> {
  const failed = `Cannot move ${from} to ${to}`;
  const folder = resolve(from);
  if ((await lstat(folder).catch(() => undefined))?.isSymbolicLink()) {
    const target = await realpath(folder);
    throw new InputError(`${failed}: it is a link; name the folder that it leads to, ${target}`);
  }
  if ((await lstat(to).catch(() => undefined)) !== undefined) {
    throw new InputError(`${failed}: something stands there; give another tag`);
  }
  if (`${await toRealPath(to)}${sep}`.startsWith(`${await toRealPath(folder)}${sep}`)) {
    throw new InputError(
      `${failed}: that is within the folder itself; run it from a directory beside the plan, or give the plan a folder of its own first`,
    );
  }
  try {
    await mkdir(dirname(to), { recursive: true });
    await rename(folder, to).catch(async (error: unknown) => {
      if (readDiskErrorCode(error) !== "EXDEV") throw error;
      await copyFolder(folder, to);
      await rm(folder, { recursive: true });
    });
  } catch (error) {
    throw new InputError(`${failed}: ${describeDiskError(error)}`, { cause: error });
  }
}

/** All or nothing. */
async function copyFolder(from: string, to: string): Promise<void> {
  try {
    await cp(from, to, {
      ...{ recursive: true, errorOnExist: true, force: false, verbatimSymlinks: true },
    });
  } catch (error) {
    await rm(to, { recursive: true, force: true }).catch(() => undefined); // the first error is the one to tell
    throw error;
  }
}

/** The path without links, also of what is not there yet. */
async function toRealPath(path: string): Promise<string> {
  const absolute = resolve(path);
  try {
    return await realpath(absolute);
  } catch {
    const parent = dirname(absolute);
    return parent === absolute ? absolute : join(await toRealPath(parent), basename(absolute));
  }
}
