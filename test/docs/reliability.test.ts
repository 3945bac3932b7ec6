import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "@jest/globals";

const page = readFileSync("docs/reliability.md", "utf8");

/** Each row's references, as file and the words of a title. */
function listReferences(): readonly { readonly file: string; readonly title: string }[] {
  const rows = page.split("\n").filter((line) => line.startsWith("| ") && line.includes("`test/"));
  return rows.flatMap((row) => {
    const cell = row.split("|")[2] ?? "";
    return [...cell.matchAll(/`(test\/[^`]+)`: (.*?)(?=; `test\/|$)/g)].map(
      ([, file = "", title = ""]) => ({ file, title: title.trim() }),
    );
  });
}

describe("docs/reliability.md", () => {
  it("names for each danger tests that are there", () => {
    const references = listReferences();

    expect(references.length).toBeGreaterThan(50);
    const missing = references.filter(
      ({ file, title }) => !existsSync(file) || !readFileSync(file, "utf8").includes(title),
    );
    expect(missing).toEqual([]);
  });

  it("has a test for each danger", () => {
    const [, table = ""] = page.split("| --- | --- |\n");
    const [rows = ""] = table.split("\n\n");

    for (const row of rows.split("\n")) expect(row).toMatch(/`test\/[^`]+`: \w/);
  });
});
