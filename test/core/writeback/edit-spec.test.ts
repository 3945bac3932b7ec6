import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import type { TaskId } from "../../../src/core/model/ids.ts";
import { editSpec } from "../../../src/core/writeback/edit-spec.ts";

const nothing = { ticked: [], unticked: [], progress: [] };
const boxAt = (line: number) => ({ taskId: "P1.T101" as TaskId, line });

describe("editSpec, ticking boxes", () => {
  it.each([
    ["- [ ] **Task 1**: Set up", "- [x] **Task 1**: Set up"],
    ["  * [ ] T001 [P] Set up", "  * [x] T001 [P] Set up"],
    ["3. [ ] Set up", "3. [x] Set up"],
    ["> - [ ] Set up\r", "> - [x] Set up\r"],
    ["\uFEFF- [ ] Set up", "\uFEFF- [x] Set up"],
    ["### [ ] Task 4: Set up", "### [x] Task 4: Set up"],
    ["- **[ ] Set up**", "- **[x] Set up**"],
    ["- [~] Set up [ ] twice", "- [x] Set up [ ] twice"],
    ["- [X] Set up", "- [X] Set up"],
    ["- Set up [ ] later", "- Set up [ ] later"],
    ["### Task 4: Set up", "### Task 4: Set up"],
    ["| T001 | [ ] |", "| T001 | [ ] |"],
    ["- [](empty)", "- [](empty)"],
  ])("turns %j into %j", (line, wanted) => {
    expect(editSpec(line, { ...nothing, ticked: [boxAt(1)] })).toBe(wanted);
  });

  it("unticks, and leaves a box alone that has no tick", () => {
    const text = "- [x] one\n- [ ] two\n";

    expect(editSpec(text, { ...nothing, unticked: [boxAt(1), boxAt(2)] })).toBe(
      "- [ ] one\n- [ ] two\n",
    );
  });

  it("touches no byte besides, whatever the text and the lines", () => {
    const line = fc.constantFrom(
      "- [ ] a",
      "* [x] b\r",
      "words",
      "",
      "| a | b |",
      "```",
      "\t1) [-] c",
    );
    fc.assert(
      fc.property(fc.array(line), fc.array(fc.nat(12)), fc.array(fc.nat(12)), (lines, up, down) => {
        const text = lines.join("\n");

        const boxes = { ticked: up.map(boxAt), unticked: down.map(boxAt) };
        const edited = editSpec(text, { ...nothing, ...boxes });

        const unmarked = (each: string) => each.replace(/\[[ xX-]\]/g, "[]");
        expect(unmarked(edited)).toBe(unmarked(text));
        for (const [index, each] of edited.split("\n").entries()) {
          if (!up.includes(index + 1) && !down.includes(index + 1))
            expect(each).toBe(lines[index] ?? "");
        }
      }),
    );
  });
});

const progress = [
  { number: 1, title: "Foundation", isAll: false, done: 2, total: 2 },
  { number: 2, title: "Core", isAll: false, done: 1, total: 12 },
  { number: 3, title: "Polish", isAll: false, done: 0, total: 1 },
  { number: undefined, title: "The shop", isAll: true, done: 3, total: 15 },
];

function edit(...lines: readonly string[]): readonly string[] {
  return editSpec(lines.join("\n"), { ...nothing, progress }).split("\n");
}

const head = ["| Phase | Tasks | Completed | Status |", "|-------|-------|-----------|--------|"];

describe("editSpec, progress tables", () => {
  it("brings counts and states up to date, and keeps widths", () => {
    const rows = [
      "| 1. Foundation | X | 0 | Not started |",
      "| 2. Core       | 2 | 0 | Completed   |",
      "| Phase 3: Any  | 9 | 9 | Completed   |",
      "| **Total**     |   |   | on a good way |",
    ];

    expect(edit(...head, ...rows)).toEqual([
      ...head,
      "| 1. Foundation | 2 | 2 | Completed   |",
      "| 2. Core       | 12 | 1 | In progress |",
      "| Phase 3: Any  | 1 | 0 | Not started |",
      "| **Total**     | 15 | 3 | on a good way |",
    ]);
  });

  it("writes shares and fractions where they stand", () => {
    const shares = ["| Feature | Done | Progress |", "| --- | --- | --- |", "| core | 0/2 | 0% |"];

    expect(edit(...shares).at(-1)).toBe("| core | 1/12 | 8% |");
  });

  it.each([
    ["a row that names nothing of the plan", [...head, "| 7. Else | X | 0 | Not started |"]],
    ["a table of something else", ["| Name | Done |", "| --- | --- |", "| Core | 0 |"]],
    [
      "a table without a column of what is done",
      ["| Phase | Hours |", "| --- | --- |", "| Core | 0 |"],
    ],
    ["a table in a fence", ["```", ...head, "| 2. Core | 2 | 0 | Done |", "```"]],
    ["words that people chose", [...head, "| 2. Core | some | few | going well |"]],
    ["lines after the table", [...head, "", "2. Core | 0 | 0"]],
  ])("leaves %s alone", (_, lines) => {
    expect(edit(...lines)).toEqual(lines);
  });

  it("changes nothing the second time", () => {
    const once = edit(...head, "| 2. Core | X | 0 | Not started |\r", "| all | | | |");

    expect(edit(...once)).toEqual(once);
  });
});
