import { readFileSync } from "node:fs";
import { describe, expect, it } from "@jest/globals";
import { readTables } from "./read-tables.ts";

const rows = readTables("docs/decisions/0001-dependencies.md").map((table) => table.rows);
const { dependencies, optionalDependencies, devDependencies } = readJson("package.json");

function readJson(path: string) {
  return JSON.parse(readFileSync(path, "utf8"));
}

describe("the decision on dependencies", () => {
  it.each([
    ["runtime", dependencies, rows[0]],
    ["optional", optionalDependencies, rows[1]],
    ["development", devDependencies, rows[2]],
  ])("has a line for each %s dependency, and for no other", (_, packages, lines) => {
    expect(lines?.map(([name]) => name)).toEqual(
      Object.keys(packages).map((name) => `\`${name}\``),
    );
  });

  it("gives each a reason, an alternative and its size", () => {
    const poor = rows.flat().filter((cells) => cells.length !== 5 || cells.includes(""));

    expect(poor).toEqual([]);
  });

  it("names the licence that each package has", () => {
    const licences = rows.flat().map(([name = "", , , licence]) => [name, licence]);

    expect(licences).toEqual(
      licences.map(([name = ""]) => [
        name,
        readJson(`node_modules/${name.replaceAll("`", "")}/package.json`).license,
      ]),
    );
  });
});
