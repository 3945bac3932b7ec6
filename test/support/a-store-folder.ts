import { cp } from "node:fs/promises";
import { join } from "node:path";
import { openStore } from "../../src/adapters/store/open-store.ts";
import { aTemporaryFolder } from "./a-temporary-folder.ts";

/**
 * A folder with an empty store that nobody has open, gone after the tests of the file. Making the
 * first takes seconds; the others are copies of it.
 */
export async function aStoreFolder(): Promise<string> {
  first ??= makeFirst();
  const folder = join(await aTemporaryFolder(), "store");
  await cp(await first, folder, { recursive: true });
  return folder;
}

let first: Promise<string> | undefined;

async function makeFirst(): Promise<string> {
  const dataDir = join(await aTemporaryFolder(), "empty");
  const store = await openStore({ dataDir });
  await store.close();
  return dataDir;
}
