import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import type { Evidence } from "../../../src/core/model/evidence.ts";
import { readSpec } from "../../support/read-spec.ts";

describe("parseSpec", () => {
  it("never throws and says the same twice, whatever the text", () => {
    fc.assert(
      fc.property(markdownish(), (text) => {
        expect(readSpec(text, "a.md")).toEqual(readSpec(text, "a.md"));
      }),
      { numRuns: 300 },
    );
  });

  it("quotes the text where its evidence says", () => {
    fc.assert(
      fc.property(markdownish(), (text) => {
        const lines = text.split(/\r\n|\n|\r/);
        for (const { quote, loc, startLine, endLine } of listEvidence(text)) {
          expect(text.slice(loc.start, loc.end).startsWith(quote)).toBe(true);
          expect(quote).not.toBe("");
          const before = text.slice(0, loc.start).split(/\r\n|\n|\r/).length;
          expect(startLine).toBe(before);
          expect(endLine).toBeLessThanOrEqual(lines.length);
        }
      }),
      { numRuns: 300 },
    );
  });

  it("reads the same with CRLF and a byte order mark", () => {
    fc.assert(
      fc.property(markdownish(), (text) => {
        const unix = text.replace(/[\r\uFEFF\0]/g, "");
        const other = `\uFEFF${unix.replaceAll("\n", "\r\n")}`;
        expect(withoutEvidence(other)).toEqual(withoutEvidence(unix));
      }),
      { numRuns: 200 },
    );
  });

  it("names tasks once each, in order, and only these in statements and groups", () => {
    fc.assert(
      fc.property(markdownish(), (text) => {
        const { tasks, groups, statements } = readSpec(text, "a.md");
        const refs = tasks.map((task) => task.ref);
        const named = [
          ...groups.flatMap((group) => group.taskRefs),
          ...statements.flatMap((each) =>
            each.kind === "edge" ? [...each.owners, ...each.on] : [],
          ),
        ];

        expect(new Set(refs).size).toBe(refs.length);
        expect(tasks.map((task) => task.line)).toEqual(
          tasks.map((task) => task.line).toSorted((a, b) => a - b),
        );
        expect(named.filter((ref) => !refs.includes(ref))).toEqual([]);
        for (const each of statements) {
          if (each.kind !== "edge") continue;
          expect(each.owners.filter((owner) => each.on.includes(owner))).toEqual([]);
        }
      }),
      { numRuns: 300 },
    );
  });
});

function listEvidence(text: string): readonly Evidence[] {
  const { tasks, groups, statements, temporal } = readSpec(text, "a.md");
  return [...tasks, ...groups, ...statements, ...temporal].map((each) => each.evidence);
}

function withoutEvidence(text: string) {
  return JSON.parse(
    JSON.stringify(readSpec(text, "a.md"), (key, value) =>
      key === "evidence" ? undefined : value,
    ),
  );
}

/** Text made of what specs are made of, and of what breaks readers. */
function markdownish(): fc.Arbitrary<string> {
  const word = fc.constantFrom(
    "T001",
    "T002",
    "T003",
    "T00X",
    "Task 1.1",
    "**Task 1.2**:",
    "**Task 2.1**: Title",
    "[P]",
    "[US1]",
    "(depends on T001, T002)",
    "(depends on T001-T003; a.md)",
    "(depends on",
    ")",
    "depends on",
    "T002 → T003",
    "Phase 1",
    "Phase 2:",
    "User Story 1",
    "**Depends on**:",
    "**Blocks**: T003",
    "**Files**: `src/a.ts`",
    "`src/a.ts`",
    "None",
    "all previous tasks",
    "Task 1.x",
    "blocks",
    "before",
    "[Title]",
    "*",
    "**",
    "`",
    "\\(",
    "&amp;",
    "é😀",
    "<b>",
    "\0",
    "a@b.c",
    "https://a.b/c",
    "![x](y)",
    "|",
    "~~",
    "no dependencies",
  );
  const start = fc.constantFrom(
    "",
    "- [ ] ",
    "- [x] ",
    "- [~] ",
    "  - ",
    "    - [ ] ",
    "# ",
    "## ",
    "### Phase 2: ",
    "## Dependencies",
    "## Phase 1: ",
    "> ",
    "> - [ ] ",
    "1. [ ] ",
    "```",
    "~~~",
    "| ",
    "| --- | --- |",
    "---",
    "    ",
    "\t- ",
    "## Temporal constraints",
    "| Constraint | Why |",
  );
  const line = fc
    .tuple(start, fc.array(word, { maxLength: 6 }))
    .map(([head, words]) => head + words.join(" "));
  const lines = fc.array(fc.oneof({ weight: 8, arbitrary: line }, fc.string()), { maxLength: 14 });
  return fc
    .tuple(lines, fc.constantFrom("\n", "\n\n", "\r\n"), fc.constantFrom("", "\uFEFF"))
    .map(([parts, ending, mark]) => mark + parts.join(ending));
}
