import { expect, it } from "@jest/globals";
import { readSpec } from "../../../support/read-spec.ts";
import { tellStatements } from "../../../support/tell-statements.ts";

/** A plan whose fourth task has this line. */
function readLine(line: string): readonly string[] {
  const lines = [
    "## Phase 1: Setup",
    "- [ ] T001 One",
    "- [ ] T002 Two",
    "## Phase 2: Core",
    "- [ ] T003 Three",
    `- [ ] T004 ${line}`,
    "- [ ] T005 Five",
    "## Phase 3: User Story 1 - Buy",
    "- [ ] T006 [US1] Six",
    "- [ ] T007 [US1] Seven",
  ];
  return tellStatements(readSpec(lines.join("\n")));
}

it.each([
  ["Do it (depends on T001 and T002)", ["T004 after T001,T002"]],
  ["Do it (needs T001)", ["T004 after T001"]],
  ["Do it (requires T001, T002)", ["T004 after T001,T002"]],
  ["Do it (after T001)", ["T004 after T001"]],
  ["Do it (blocked by T001)", ["T004 after T001"]],
  ["Do it (deps: T001, T002)", ["T004 after T001,T002"]],
  ["Do it (dep: T001)", ["T004 after T001"]],
  ["Do it (Depends: T001)", ["T004 after T001"]],
  ["Do it (prerequisite: T001)", ["T004 after T001"]],
  ["Do it (waits for T001)", ["T004 after T001"]],
  ["Do it (depends on Phase 1)", ["T004 after T001,T002"]],
  ["Do it (depends on US1)", ["T004 after T006,T007"]],
  ["Do it (depends on T001, parallel with T003)", ["T004 after T001"]],
  ["Do it (depends on T001; can run in parallel with T003)", ["T004 after T001"]],
  ["Do it (blocks T005, T006)", ["T005,T006 after T004"]],
  ["Do it (blocks: T005)", ["T005 after T004"]],
  ["Do it (must complete before T005)", ["T005 after T004"]],
  ["Do it before T005 can start", ["T005 after T004"]],
  ["Do it (before T005)", ["T005 after T004"]],
  ["Do it (must run before T005)", ["T005 after T004"]],
  ["Do it; must not start before T002", ["T004 after T002"]],
  ["Do it; cannot start until T002 is done", ["T004 after T002"]],
  ["Do it (can't start until T002)", ["T004 after T002"]],
  ["Do it once T002 is done", ["T004 after T002"]],
  ["Do it when T002 completes", ["T004 after T002"]],
  ["Do it <- T002", ["T004 after T002"]],
  ["Do it, prerequisite for T005", ["T005 after T004"]],
  ["Do it; unlocks T005 and T006", ["T005,T006 after T004"]],
  ["Do it. T006 unlocks T007.", ["T007 after T006"]],
  ["Do it. T006 depends on T005.", ["T006 after T005"]],
  ["Do it in the model of T003 after T002", ["T004 after T002"]],
  ["Bauen, nach T002", ["T004 after T002"]],
  ["Bauen (blockiert T005)", ["T005 after T004"]],
  ["Hacer después de T002", ["T004 after T002"]],
  ["Faire après T002", ["T004 after T002"]],
  ["Fare dopo T002", ["T004 after T002"]],
  ["Fazer depois de T002", ["T004 after T002"]],
  ["Nach oben gehen", []],
  ["Do it (parallel with T003)", []],
  ["Do it (can run alongside T003)", []],
  ["Do it [P with T003]", []],
  ["Do it (same file as T003)", []],
  ["Do it (see T003)", []],
  ["Do it, as in T003", []],
  ["Do it (supersedes T003)", []],
  ["Do it (independent of T003)", []],
  ["Do it (does not need T003)", []],
  ["Do it without waiting for T003", []],
  ["Do it because T003 is hashing", []],
  ["Do it (no longer depends on T003)", []],
  ["Do it (previously depended on T003)", []],
  ["Do it (no dependency on T003)", ["T004 none"]],
  ["Do it (independent)", []],
  ["Do it [depends_on: T001, T002]", ["T004 after T001,T002"]],
  ["Do it [deps: T001]", ["T004 after T001"]],
  ["Do it [DEPENDS: none]", ["T004 none"]],
  ["Do it [Depends: T001] [Size: S]", ["T004 after T001"]],
  ["Do it [after: T001]", ["T004 after T001"]],
  ["Do it [blocked by T001]", ["T004 after T001"]],
  ["Do it — depends on T001, T002", ["T004 after T001,T002"]],
  ["Do it - Depends: T001", ["T004 after T001"]],
  ["Do it | depends: T001", ["T004 after T001"]],
  ["Do it → after T001", ["T004 after T001"]],
  ["Do it ← T001", ["T004 after T001"]],
  ["Do it {depends: T001}", ["T004 after T001"]],
  ["Do it (parallel: false, depends on #1-#3, 2-3 hours)", ["T004 after T001,T002,T003"]],
  ["Do it (依赖 T001)", ["T004 after T001"]],
  ["Do it（依赖：T001、T002）", ["T004 after T001,T002"]],
  ["Do it (依存: T001)", ["T004 after T001"]],
  ["Do it (T001 완료 후)", ["T004 after T001"]],
  ["Do it (depende de T001)", ["T004 after T001"]],
  ["Do it (optionally depends on T001)", ["T004 after T001"]],
  ["Do it when T002 fails", []],
  ["Do it, requires T002 (done) and T003. Then rest", ["T004 after T002", "T004 after T003"]],
  ["Document what to do before T-cells arrive", []],
  ["Add a cache before the API; after it, tests", []],
  ["Install dependencies: T-shirts of npm", []],
  ["Do it — Dependencies: T001, the auth service", ["T004 after T001", "T004 external"]],
])("%j ends as %j", (line, told) => {
  expect(readLine(line)).toEqual(told);
});

it("leaves the phrase out of the title where it stands in brackets or under a key", () => {
  const titles = ["(依赖 T001)", "[deps: T001]", "- Depends: T001"].map(
    (phrase) => readSpec(`- [ ] T001 One\n- [ ] T002 Do it ${phrase}`).tasks[1]?.title,
  );

  expect(titles).toEqual(["Do it", "Do it", "Do it"]);
});
