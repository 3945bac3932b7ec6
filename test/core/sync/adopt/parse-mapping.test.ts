import { describe, expect, it } from "@jest/globals";
import { parseMapping } from "../../../../src/core/sync/adopt/parse-mapping.ts";

describe("parseMapping", () => {
  it.each([
    ['{"T001": 12, "T002": "#13", "T003": "https://github.com/acme/shop/issues/14"}', [12, 13, 14]],
    ["T001,12\nT002,13\nT003,14", [12, 13, 14]],
    ["# Tasks\n\n- T001: #12\n- T002 = #13\n* T003 14\n", [12, 13, 14]],
    [
      "| Task | Issue |\n| --- | --- |\n| T001 | #12 |\n| T002 | 13 |\n| T003 | acme/shop#14 |",
      [12, 13, 14],
    ],
  ])("reads which issue is which task's in %j", (text, numbers) => {
    const wanted = numbers.map((number, index) => ({ name: `T00${index + 1}`, number }));

    expect(parseMapping(text, "map")).toEqual(wanted);
  });

  it("reads a line that names the issue twice and the task by its title", () => {
    const line = "- #12: Set up the shop - https://github.com/acme/shop/issues/12";

    expect(parseMapping(line, "map")).toEqual([{ name: "Set up the shop", number: 12 }]);
  });

  it.each(["", "# Nothing\n\nno numbers here", "{broken", "{}", "T001: #1 or #2"])(
    "refuses %j, which names none, with an example",
    (text) => {
      expect(() => parseMapping(text, "map.md")).toThrow(/map\.md .*"T001: #12"/);
    },
  );
});
