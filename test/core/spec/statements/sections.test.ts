import { expect, it } from "@jest/globals";
import { readSpec } from "../../../support/read-spec.ts";
import { tellStatements } from "../../../support/tell-statements.ts";

const tasks = [
  "## Phase 1: Setup",
  "- [ ] T001 One",
  "## Phase 2: Foundational (Blocking Prerequisites)",
  "- [ ] T002 Two",
  "## Phase 3: User Story 1 - Buy",
  "- [ ] T003 Three",
  "## Phase 4: User Story 2 - Sell",
  "- [ ] T004 Four",
  "## Phase 5: Polish & Docs",
  "- [ ] T005 Five",
];

const readUnder = (heading: string, text: string) =>
  tellStatements(readSpec([...tasks, heading, "", text].join("\n")));

it.each([
  ["- T010 needs T002", ["- unresolved"]],
  ["- T005: needs T002, blocks T004", ["T005 after T002", "T004 after T005"]],
  ["- T005 must not be merged before T002", ["T005 after T002"]],
  ["- T005 cannot begin without T002", ["T005 after T002"]],
  ["- Neither T005 nor T004 depends on T002", []],
  ["- T005 used to depend on T002", []],
  ["- Avoid making T005 depend on T002", []],
  ["- T005 could depend on T002 in the future", []],
  ["- Unlike T003, T005 requires T002", ["T005 after T002"]],
  ["- T005 needs T002", ["T005 after T002"]],
  ["- T005 requires T002 and T003", ["T005 after T002,T003"]],
  ["- T005 cannot start until T002", ["T005 after T002"]],
  ["- T005 cannot start until T002 is complete", ["T005 after T002"]],
  ["- T005 can't begin until T002 and T003 are done", ["T005 after T002,T003"]],
  ["- T005 must not start before T002", ["T005 after T002"]],
  ["- T005 should only start after T002", ["T005 after T002"]],
  ["- T005 waits for T002", ["T005 after T002"]],
  ["- T005 is blocked by T002", ["T005 after T002"]],
  ["- T005 after T002", ["T005 after T002"]],
  ["- T005 follows T002", ["T005 after T002"]],
  ["- T002 blocks T005", ["T005 after T002"]],
  ["- T002 must complete before T005", ["T005 after T002"]],
  ["- T002 must complete before T005 and T004", ["T005,T004 after T002"]],
  ["- T002 must be completed before T005 can start", ["T005 after T002"]],
  ["- T002 before T005", ["T005 after T002"]],
  ["- T002 precedes T005", ["T005 after T002"]],
  ["- T002 enables T005", ["T005 after T002"]],
  ["- T002 unblocks T005", ["T005 after T002"]],
  ["- T002 is required for T005", ["T005 after T002"]],
  ["- T002 is a prerequisite for T005", ["T005 after T002"]],
  ["- T002 is a prerequisite of T005", ["T005 after T002"]],
  ["- Complete T002 before T005", ["T005 after T002"]],
  ["- Finish T001 and T002 before starting T005", ["T005 after T001,T002"]],
  ["- Tests (T001-T002) before Core Implementation (T003-T004)", ["T003,T004 after T001,T002"]],
  ["- **T005**: depends on T002, T003", ["T005 after T002,T003"]],
  ["- **T005** depends on **T002**", ["T005 after T002"]],
  ["- T005 ← T002, T003", ["T005 after T002,T003"]],
  ["- T005 (Polish): needs T002", ["T005 after T002"]],
  [
    "- T001 → T002 → (T003 ∥ T004) → T005",
    ["T002 after T001", "T003,T004 after T002", "T005 after T003,T004"],
  ],
  [
    "- T001 → T002 → (T003 | T004) → T005",
    ["T002 after T001", "T003,T004 after T002", "T005 after T003,T004"],
  ],
  [
    "- T001 -> T002 -> [T003, T004] -> T005",
    ["T002 after T001", "T003,T004 after T002", "T005 after T003,T004"],
  ],
  ["- T001 --> T002, T003 --> T005", ["T002,T003 after T001", "T005 after T002,T003"]],
  ["- **Critical path**: T001 → T002 → T005 (long)", ["T002 after T001", "T005 after T002"]],
  [
    "- **Critical path**: T001 → T002 or T001 → T003 → T005",
    ["T002 after T001", "T003 after T001", "T005 after T003"],
  ],
  ["- `T001` → `T002`", ["T002 after T001"]],
  ["- T001 (schema) → T002 (models) → T005", ["T002 after T001", "T005 after T002"]],
  [
    "- Phase 1 → Phase 2 → Phase 3/4 → Phase 5",
    ["phase:2 after phase:1", "phase:3,phase:4 after phase:2", "phase:5 after phase:3,phase:4"],
  ],
  ["- Setup → Foundational → Buy", ["phase:2 after phase:1", "phase:3 after phase:2"]],
  ["- Phase 2 must complete before any user story", ["phase:3,phase:4 after phase:2"]],
  ["- All phases must complete before Phase 5", ["phase:5 after phase:1,phase:2,phase:3,phase:4"]],
  ["- Phase 5 requires all user stories", ["phase:5 after phase:3,phase:4"]],
  ["- Phase 5 cannot start until Phases 3 and 4 are complete", ["phase:5 after phase:3,phase:4"]],
  ["- User stories depend on Phase 2", ["phase:3,phase:4 after phase:2"]],
  ["- US1 and US2 depend on Foundational", ["phase:3,phase:4 after phase:2"]],
  ["- US2 can start after US1", ["phase:4 after phase:3"]],
  ["- **User Story 2 (P2)**: No dependencies on other stories", ["- none"]],
  [
    "- **User Story 2 (P2)**: Can start after Foundational (Phase 2) - No dependencies on other stories",
    ["phase:4 after phase:2", "- none"],
  ],
  ["- Spec 004 must be done before T001", ["- external"]],
  ["- T001 depends on Spec 004", ["T001 external"]],
  ["- All tasks assume Spec 004 is fully implemented", ["- external"]],
  ["- T002, T003 and T004 can run in parallel", []],
  ["- T002 can run in parallel with T003 and T004", []],
  ["- T002 is independent of T003", []],
  ["- T003 does not block T004", []],
  ["- T003 is not blocked by T002", []],
  ["- T003 does not need T002", []],
  ["- T003 no longer depends on T002", []],
  ["- There is no dependency between T003 and T004", ["- none"]],
  ["- T003 and T004 touch different files", []],
  ["- T006 was retired and merged into T005", []],
  ["- T003 after T001 but T002 can run any time", ["T003 after T001"]],
  ["- T003 depends on T002; T004 depends on T003", ["T003 after T002", "T004 after T003"]],
  ["- T003 depends on T002, T004 depends on T003", ["T003 after T002", "T004 after T003"]],
  ["- T003 depends on T002 and T004 depends on T003", ["T003 after T002", "T004 after T003"]],
  ["- T003 depends on T002. T004 depends on T003.", ["T003 after T002", "T004 after T003"]],
  ["- Sequential: T001, T002, T003", ["T002 after T001", "T003 after T002"]],
  ["- T001, T002 and T003 must run sequentially", ["T002 after T001", "T003 after T002"]],
  ["- T001 then T002 then T003", ["T002 after T001", "T003 after T002"]],
  ["- Do T001 first, then T002", ["T002 after T001"]],
  ["- T005 last", []],
  ["- T005 依赖 T002、T003", ["T005 after T002,T003"]],
  ["- T005 depende de T002", ["T005 after T002"]],
  ["- T005は T002 に依存", ["T005 after T002"]],
  ["- T002 완료 후 T005", ["T005 after T002"]],
  ["T001, T002 block T003", ["T003 after T001,T002"]],
  [
    "| Task | Depends on |\n|---|---|\n| T003 | T001, T002 |\n| T004–T005 | T003 |\n| T002 | None |",
    ["T003 after T001,T002", "T004,T005 after T003", "T002 none"],
  ],
  [
    "| Task | Blocked By | Blocks |\n|---|---|---|\n| T003 | T001 | T004-T005 |",
    ["T003 after T001", "T004,T005 after T003"],
  ],
  ["| # | Title | Dep. |\n|---|---|---|\n| 3 | Three | 1, 2 |", ["T003 after T001,T002"]],
  [
    "| Task | Prereqs | Wave |\n|---|---|---|\n| T003 | T001; stripe | 2 |",
    ["T003 after T001", "T003 external"],
  ],
  ["| ID | Wave | Depends On |\n|---|---|---|\n| T003 Three | 2 | T001 |", ["T003 after T001"]],
  [
    "| Phase | Depends on | Tasks |\n|---|---|---|\n| Phase 3 | Phase 2 | T003 |\n| US2 — Sell | Phase 3 (US1 built) + Phase 2 | T004 |",
    ["phase:3 after phase:2", "phase:4 after phase:3,phase:2"],
  ],
  ["| Sub | Task | Starts after |\n|---|---|---|\n| A | T003 | T001 |", ["T003 after T001"]],
  ["| From | To |\n|---|---|\n| T001 | T003 |", ["T003 after T001"]],
  ["| Task | Can run with |\n|---|---|\n| T003 | T001 |", []],
  ["- Wave 1: T001, T002\n- Wave 2: T003", ["T003 after T001,T002"]],
  ["- **Wave 1**: T001, T002\n- **Wave 2** (after Wave 1): T003", ["T003 after T001,T002"]],
  [
    "- T001, T002 (all type files) in parallel; T004 after types complete",
    ["T004 after T001,T002"],
  ],
])("under a heading about dependencies %j ends as %j", (text, told) => {
  expect(readUnder("## Dependencies & Execution Order", text)).toEqual(told);
});

it.each([
  ["- T005 needs T002", ["T005 after T002"]],
  ["- T005 cannot start until T002 is merged", ["T005 after T002"]],
  ["Sell before you buy", []],
  ["- T003 mentions T002 in the docs", []],
  ["- After T002 we can rest", []],
  ["- Checkpoint: T001-T003 finish", []],
  ["- Land T001 before starting Phase 2.", ["T002 after T001"]],
  ["- T001 → T002 → T003", ["T002 after T001", "T003 after T002"]],
  ["- request → T002", []],
  ["- All tasks assume Spec 004 is implemented", ["- external"]],
  [
    "**Dependencies**:\n- T001 must complete before T003 (types)\n- T002",
    ["T003 after T001", "T005 after T002"],
  ],
  [
    "**Dependencies**:\n- All phases must complete before Phase 4",
    ["phase:4 after phase:1,phase:2,phase:3"],
  ],
  ["- T001 and T002 must complete before T003 and T004", ["T003,T004 after T001,T002"]],
])("elsewhere %j ends as %j", (text, told) => {
  expect(readUnder("### Notes", text)).toEqual(told);
});

const readInPhase = (sentence: string) =>
  tellStatements(readSpec([...tasks.slice(0, 8), "", sentence, "", ...tasks.slice(8)].join("\n")));

it.each([
  ["Phase 2 must be finished first.", ["phase:4 after phase:2"]],
  ["Everything in Phase 2 must be done first.", ["phase:4 after phase:2"]],
  ["All of Phase 1 and Phase 2 have to be complete first.", ["phase:4 after phase:1,phase:2"]],
  ["Can start once T003 is merged.", ["T004 after T003"]],
  ["This phase waits for T003.", ["T004 after T003"]],
  ["Blocked by T003.", ["T004 after T003"]],
  ["It is good to be done first.", []],
  ["T003 shows how this starts.", []],
])("reads %j in the text of a phase", (sentence, told) => {
  expect(readInPhase(sentence)).toEqual(told);
});
