import { expect, it } from "@jest/globals";
import { readSpec } from "../../../support/read-spec.ts";
import { tellStatements } from "../../../support/tell-statements.ts";

/** The third task of a plan has these lines. */
const readBody = (...body: readonly string[]) =>
  tellStatements(
    readSpec(
      ["### Task 1: One", "Text.", "### Task 2: Two", "Text.", "### Task 3: Three", ...body].join(
        "\n",
      ),
    ),
  );

it.each([
  ["This depends on Task 1.", ["3 after 1"]],
  ["- Depends on task 1", ["3 after 1"]],
  ["- Requires Task 1", ["3 after 1"]],
  ["- Waits for Task 2 to finish", ["3 after 2"]],
  ["Builds the page. Needs Task 2 and Task 1.", ["3 after 2,1"]],
  ["- Blocks Task 2", ["2 after 3"]],
  ["- Follows the pattern of Task 1", []],
  ["**Dependencies**: must complete before Task 2", ["2 after 3"]],
  ["**Dependencies**: Task 1; blocks Task 2", ["3 after 1", "2 after 3"]],
  [
    "**Dependencies**:\n- Depends on Task 1\n- **Must complete before Task 2**",
    ["3 after 1", "2 after 3"],
  ],
  ["**Dependencies**: required by Task 2", ["2 after 3"]],
  ["**Dependencies**: this task unlocks Task 2", ["2 after 3"]],
  ["- No longer depends on Task 1", []],
  ["- ~~Depends on Task 1~~", []],
  ["- Requires a database", []],
])("takes a sentence without a colon for a statement: %s", (line, expected) => {
  expect(readBody(line)).toEqual(expected);
});

it("gives what a step waits for to its task", () => {
  expect(
    readBody(
      "- [ ] step one (depends on Task 1)",
      "- [ ] step two",
      "  - **Depends on**: Task 2",
      "- [ ] step three (depends on step two)",
    ),
  ).toEqual(["3 after 1", "3 after 2"]);
});

it("makes no task wait for itself by the word of its steps", () => {
  const lines = ["- [ ] T001 One", "- [ ] T002 Two", "  - [ ] step (after T002)"];
  const document = readSpec(lines.join("\n"));
  expect(tellStatements(document)).toEqual([]);
  expect(document.diagnostics).toEqual([]);
});
