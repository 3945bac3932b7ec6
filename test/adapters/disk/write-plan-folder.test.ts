import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { readPlanFolder } from "../../../src/adapters/disk/read-plan-folder.ts";
import { writePlanFolder } from "../../../src/adapters/disk/write-plan-folder.ts";
import { InputError } from "../../../src/core/errors.ts";
import { aTemporaryFolder } from "../../support/a-temporary-folder.ts";

const files = new Map([
  ["tasks.json", "{}\n"],
  [".tasks-meta.json", '{"ü": 1}\n'],
]);

describe("writePlanFolder", () => {
  it("makes the folder and writes what can be read back", async () => {
    const folder = join(await aTemporaryFolder(), "a", "plan");

    await writePlanFolder(folder, files);

    expect(await readPlanFolder(folder, [...files.keys()])).toEqual(files);
    expect((await readdir(folder)).sort()).toEqual([".tasks-meta.json", "tasks.json"]);
  });

  it("takes the place of the plan before and leaves other files alone", async () => {
    const folder = await aTemporaryFolder();
    await writeFile(join(folder, "notes.txt"), "mine");
    await writePlanFolder(folder, new Map([["tasks.json", "a much longer old text"]]));

    await writePlanFolder(folder, files);

    expect(await readFile(join(folder, "tasks.json"), "utf8")).toBe("{}\n");
    expect(await readFile(join(folder, "notes.txt"), "utf8")).toBe("mine");
  });

  it("says so when a file is in the way of the folder", async () => {
    const folder = join(await aTemporaryFolder(), "plan");
    await writeFile(folder, "");

    const attempt = writePlanFolder(folder, files);

    await expect(attempt).rejects.toBeInstanceOf(InputError);
    await expect(attempt).rejects.toThrow(`Cannot write the plan to ${folder}: `);
  });

  it("leaves no half-written file behind when it fails", async () => {
    const folder = await aTemporaryFolder();
    await mkdir(join(folder, "tasks.json"));
    await writeFile(join(folder, "tasks.json", "inside"), "");

    await expect(writePlanFolder(folder, files)).rejects.toBeInstanceOf(InputError);

    expect(await readdir(folder)).toEqual(["tasks.json"]);
  });
});

describe("readPlanFolder", () => {
  it("reads only the names asked for, and leaves out what is not there", async () => {
    const folder = await aTemporaryFolder();
    await writePlanFolder(folder, files);

    const read = await readPlanFolder(folder, ["tasks.json", "dag.json"]);

    expect(read).toEqual(new Map([["tasks.json", "{}\n"]]));
  });

  it("says so when there is no such folder", async () => {
    const folder = join(await aTemporaryFolder(), "nowhere");

    await expect(readPlanFolder(folder, ["tasks.json"])).rejects.toThrow(
      `Cannot read the plan in ${folder}: it does not exist; check the path`,
    );
  });
});
