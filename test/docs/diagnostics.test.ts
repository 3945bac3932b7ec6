import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "@jest/globals";
import { readTables } from "./read-tables.ts";

const page = "docs/diagnostics.md";
const listed = readTables(page).flatMap(({ heading, rows }) =>
  rows.map(([code = "", severity = "", ...words]) => ({ heading, code, severity, words })),
);

function listCodes(): ReadonlySet<string> {
  const files = readdirSync("src", { recursive: true, encoding: "utf8" });
  const texts = files
    .filter((file) => file.endsWith(".ts"))
    .map((file) => readFileSync(`src/${file}`, "utf8"));
  return new Set(texts.flatMap((text) => text.match(/\bKS\d{3}\b/g) ?? []));
}

describe("the page of diagnostics", () => {
  it("has a row for each code of the source, and for no other", () => {
    expect(listed.map(({ code }) => code).toSorted()).toEqual([...listCodes()].toSorted());
  });

  it("names severity, cause and mend of each", () => {
    const poor = listed.filter(
      ({ severity, words }) =>
        !/^(error|warning|info)(, (error|warning|info))*$/.test(severity) ||
        words.length !== 3 ||
        words.includes(""),
    );

    expect(poor).toEqual([]);
  });

  it("keeps each code under the heading of its hundred", () => {
    const strays = listed.filter(
      ({ heading, code }) => !heading.startsWith(`${code.slice(0, 3)}xx`),
    );

    expect(strays).toEqual([]);
  });
});
