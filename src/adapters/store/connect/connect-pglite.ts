import { mkdirSync, realpathSync } from "node:fs";
import { PGlite } from "@electric-sql/pglite";
import { InputError } from "../../../core/errors.ts";
import type { Connection } from "./connection.ts";
import { occupyDirectory } from "./occupy-directory.ts";
import { wrapPglite } from "./wrap-pglite.ts";

/**
 * Opens a PostgreSQL that runs inside this process and keeps its data in a directory, which is
 * made where there is none.
 *
 * @throws {InputError} if another process has the directory open, or it cannot be used.
 */
export async function connectPglite(dataDir: string): Promise<Connection> {
  const directory = makeDirectory(dataDir);
  const leave = occupyDirectory(directory);
  try {
    const pglite = await PGlite.create(directory);
    const { db, close } = wrapPglite(pglite);
    return { db, close: () => close().finally(leave) };
  } catch (error) {
    leave();
    throw new InputError(
      `Cannot open the database in ${directory}: ${String(error)}; name another directory, or set DATABASE_URL`,
      { cause: error },
    );
  }
}

/** The directory's one true path, so that it is occupied once however it is called. */
function makeDirectory(dataDir: string): string {
  try {
    mkdirSync(dataDir, { recursive: true });
    return realpathSync(dataDir);
  } catch (error) {
    throw new InputError(
      `Cannot keep data in ${dataDir}: ${String(error)}; name another directory`,
      {
        cause: error,
      },
    );
  }
}
