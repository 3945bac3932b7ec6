import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { moveFolder } from "../../../src/adapters/disk/move-folder.ts";

let home = "";
const at = (...parts: readonly string[]) => join(home, ...parts);

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "keysteps-move-"));
  mkdirSync(at("plan"));
  writeFileSync(at("plan", "tasks.json"), "{}");
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

describe("moveFolder", () => {
  it("moves all that is in the folder and makes the folders above the new path", async () => {
    await moveFolder(`${at("plan")}/`, at("plans/archive/v1"));

    expect(readFileSync(at("plans/archive/v1/tasks.json"), "utf8")).toBe("{}");
    expect(existsSync(at("plan"))).toBe(false);
  });

  it.each(["link", "link/"])("refuses %s, and says where it leads", async (name) => {
    symlinkSync("plan", at("link"));

    await expect(moveFolder(at(name), at("archive"))).rejects.toThrow(
      /it is a link; name the folder that it leads to, .*plan$/,
    );
    expect(readdirSync(home).toSorted()).toEqual(["link", "plan"]);
  });

  it.each(["a folder", "a dangling link"])("refuses a path where %s stands", async (what) => {
    if (what === "a folder") mkdirSync(at("taken"));
    else symlinkSync("nowhere", at("taken"));

    await expect(moveFolder(at("plan"), at("taken"))).rejects.toThrow(
      "something stands there; give another tag",
    );
    expect(existsSync(at("plan/tasks.json"))).toBe(true);
  });

  it("refuses to put a folder into itself, also by way of a link, and leaves nothing behind", async () => {
    symlinkSync("plan", at("other"));

    for (const inside of [at("plan/archive/v1"), at("other/archive/v1")]) {
      await expect(moveFolder(at("plan"), inside)).rejects.toThrow("within the folder itself");
    }
    expect(readdirSync(at("plan"))).toEqual(["tasks.json"]);
  });

  it("moves a folder beside one whose name begins alike", async () => {
    await moveFolder(at("plan"), at("plans"));

    expect(existsSync(at("plans/tasks.json"))).toBe(true);
  });
});
