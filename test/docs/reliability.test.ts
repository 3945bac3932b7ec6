import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "@jest/globals";

const pages = [
  ["docs/reliability.md", "danger", 50],
  ["docs/issues.md", "outcome", 25],
] as const;

/** Each row's references, as file and the words of a title. */
function listReferences(page: string) {
  const rows = page.split("\n").filter((line) => line.startsWith("| ") && line.includes("`test/"));
  return rows.flatMap((row) => {
    const cell = row.split("|").at(-2) ?? "";
    return [...cell.matchAll(/`(test\/[^`]+)`: (.*?)(?=; `test\/|$)/g)].map(
      ([, file = "", title = ""]) => ({ file, title: title.trim() }),
    );
  });
}

describe.each([...pages, ["docs/benchmarks.md", "property", 12] as const])(
  "%s",
  (path, what, most) => {
    const page = readFileSync(path, "utf8");

    it(`names for each ${what} tests that are there`, () => {
      const references = listReferences(page);

      expect(references.length).toBeGreaterThan(most);
      const missing = references.filter(
        ({ file, title }) => !existsSync(file) || !readFileSync(file, "utf8").includes(title),
      );
      expect(missing).toEqual([]);
    });
  },
);

describe.each(pages)("%s", (path, what, _most) => {
  const page = readFileSync(path, "utf8");

  it(`has a test for each ${what}`, () => {
    const tables = page.split(/^\|(?: --- \|)+\n/m).slice(1);

    for (const table of tables) {
      const [rows = ""] = table.split("\n\n");
      for (const row of rows.trim().split("\n")) expect(row).toMatch(/`test\/[^`]+`: \w/);
    }
  });
});
