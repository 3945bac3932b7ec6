import { cp, mkdir, rename, rm, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { InputError } from "../../core/errors.ts";
import { describeDiskError, readDiskErrorCode } from "./describe-disk-error.ts";

/**
 * Moves a folder with all in it, to another disk too; what stands at the new path is never touched.
 *
 * @throws {InputError} if something stands there already, or the disk refuses.
 */
export async function moveFolder(from: string, to: string): Promise<void> {
  if (await exists(to)) {
    throw new InputError(`Cannot move ${from} to ${to}: something stands there; give another tag`);
  }
  try {
    await mkdir(dirname(to), { recursive: true });
    await rename(from, to).catch(async (error: unknown) => {
      if (readDiskErrorCode(error) !== "EXDEV") throw error;
      await cp(from, to, { recursive: true, errorOnExist: true, force: false });
      await rm(from, { recursive: true });
    });
  } catch (error) {
    const message = `Cannot move ${from} to ${to}: ${describeDiskError(error)}`;
    throw new InputError(message, { cause: error });
  }
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
