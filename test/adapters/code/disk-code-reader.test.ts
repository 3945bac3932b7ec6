import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { diskCodeReader } from "../../../src/adapters/code/disk-code-reader.ts";
import { listCodePaths } from "../../../src/adapters/code/list-code-paths.ts";
import { babelParser } from "../../../src/adapters/code/parse/babel-parser.ts";
import { CodebaseError } from "../../../src/core/errors.ts";
import { analyseCode } from "../../../src/flows/analyse-code.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "keysteps-code-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

const tree = {
  ".gitignore": "*.log\n/out/\n",
  "src/a.ts": "export class A {}",
  "src/skip/.gitignore": "*\n!keep.ts\n",
  "src/skip/b.ts": "export class B {}",
  "src/skip/keep.ts": "export class Keep {}",
  "debug.log": "",
  "out/c.ts": "export class C {}",
  "node_modules/d/index.js": "exports.D = class D {}",
};
const seen = [".gitignore", "src/a.ts", "src/skip/keep.ts"];

describe("listing code", () => {
  it("leaves out what is ignored, in git and outside of it", async () => {
    write(tree);
    const { paths: walked } = await listCodePaths(folder, 100);
    execFileSync("git", ["init", "-q", folder]);
    const { paths: listed } = await listCodePaths(folder, 100);

    expect(walked).toEqual(seen);
    expect(listed).toEqual([...seen, "node_modules/d/index.js"].sort());
  });

  it("gives paths from the top of the work tree though a folder below it is looked at", async () => {
    write(tree);
    execFileSync("git", ["init", "-q", folder]);

    const { paths } = await listCodePaths(join(folder, "src"), 100);

    expect(paths).toEqual(["src/a.ts", "src/skip/keep.ts"]);
  });

  it.each([
    ["a folder that is not there", "nowhere", 100],
    ["more files than it is to list", ".", 2],
  ])("refuses %s, and says what to do", async (_, name, most) => {
    write(tree);

    const listing = listCodePaths(join(folder, name), most);

    await expect(listing).rejects.toThrow(CodebaseError);
    await expect(listing).rejects.toThrow("--codebase-path");
  });
});

describe("looking at code", () => {
  it("passes over links and files that are gone, and tells which it could not read", async () => {
    write({
      "a.ts": "export class A {}",
      "big.ts": `// ${"x".repeat(1_000_001)}`,
      "c.py": "x = 1",
    });
    symlinkSync(join(folder, "a.ts"), join(folder, "link.ts"));
    execFileSync("git", ["init", "-q", folder]);
    write({ "gone.ts": "export class Gone {}" });
    execFileSync("git", ["-C", folder, "add", "-A"]);
    rmSync(join(folder, "gone.ts"));

    const codebase = await analyseCode(await diskCodeReader(folder));

    expect(codebase.elements.map(({ name }) => name)).toEqual(["A"]);
    expect(codebase.isPartial).toBe(true);
    expect(codebase.note).toBe(
      "1 Python and 1 TypeScript files parsed; 1 file left out: larger than 1 MB",
    );
  });

  it("says which languages it had no parser for", async () => {
    write({
      "a.ts": "export class A {}",
      "b.go": "package b",
      "c.py": "x = 1",
      "d.go": "package d",
    });

    const codebase = await analyseCode(await diskCodeReader(folder, async () => babelParser));

    expect(codebase.isPartial).toBe(true);
    expect(codebase.note).toBe(
      "1 TypeScript file parsed; 2 files left out: no parser for Go on this machine; 1 file left out: no parser for Python on this machine",
    );
  });

  it("tells of a file that may not be read, and of one its parser cannot understand", async () => {
    write({ "a.ts": "export class A {}", "b.js": "class {{{" });
    if (process.getuid?.() !== 0) chmodSync(join(folder, "a.ts"), 0);

    const { note } = await analyseCode(await diskCodeReader(folder, async () => babelParser));

    expect(note).toContain("1 file left out: not understood by its parser");
    if (process.getuid?.() !== 0) expect(note).toContain("may not be read");
  });

  it("refuses more sources than it can parse in reasonable time", async () => {
    write(tree);

    const looking = analyseCode(await diskCodeReader(folder), 1);

    await expect(looking).rejects.toThrow("2 source files, more than 1");
  });
});
