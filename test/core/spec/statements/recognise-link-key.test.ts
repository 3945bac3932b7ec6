import { expect, it } from "@jest/globals";
import { recogniseLinkKey } from "../../../../src/core/spec/statements/recognise-link-key.ts";

it.each([
  "Depends on",
  "DEPENDS_ON",
  "depends  on",
  "Dependencies",
  "Deps",
  "Blocked By",
  "Waits for",
  "Needs",
  "Can Start After",
  "Prerequisite Tasks",
  "依赖",
  "前置任务",
  "依存関係",
  "의존성",
  "Dependencias",
  "Dépend de",
  "Abhängig von",
])("%j says what a task waits for", (name) => {
  expect(recogniseLinkKey(name)).toBe("depends-on");
});

it.each(["Blocks", "Blocking", "Unblocks", "Required by", "Must complete before", "阻塞", "차단"])(
  "%j says what waits for a task",
  (name) => {
    expect(recogniseLinkKey(name)).toBe("blocks");
  },
);

it.each([
  "Requirements",
  "Before",
  "Blocker 1",
  "Parallel Group",
  "Can run in parallel with",
  "Install dependencies",
  "No dependencies",
  "Dependencies & Blockers",
  "",
])("%j is no such key", (name) => {
  expect(recogniseLinkKey(name)).toBeUndefined();
});
