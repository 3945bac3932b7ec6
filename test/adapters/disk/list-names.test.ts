import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "@jest/globals";
import { listNames } from "../../../src/adapters/disk/list-names.ts";
import { aTemporaryFolder } from "../../support/a-temporary-folder.ts";

it("names the files of a folder, and not the folders in it", async () => {
  const folder = await aTemporaryFolder();
  await mkdir(join(folder, "notes"));
  for (const name of ["b.md", "a.md"]) await writeFile(join(folder, name), "");

  expect(await listNames(folder)).toEqual(["a.md", "b.md"]);
});

it("knows what is no folder", async () => {
  const folder = await aTemporaryFolder();
  await writeFile(join(folder, "a.md"), "");

  expect(await listNames(join(folder, "a.md"))).toBeUndefined();
  expect(await listNames(join(folder, "b"))).toBeUndefined();
});
