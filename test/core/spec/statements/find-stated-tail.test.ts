import { describe, expect, it } from "@jest/globals";
import { readSpec } from "../../../support/read-spec.ts";

/** The last of four tasks, and what it waits for. */
function readLast(line: string) {
  const { tasks, statements } = readSpec(
    `# A\n\n- [ ] T001 One\n- [ ] T002 Two\n- [ ] T003 Three\n- [ ] T010 ${line}\n`,
  );
  const waits = statements.flatMap((one) => (one.kind === "edge" ? [...one.on] : []));
  return { task: tasks.at(-1), waits };
}

describe("what a title's end says about order", () => {
  it.each([
    ["Build it, depends on T001", "Build it", ["T001"]],
    ["Build it <- T001", "Build it", ["T001"]],
    ["Ship it — after T003", "Ship it", ["T003"]],
    ["Write docs; requires T001 and T002", "Write docs", ["T001", "T002"]],
    ["Build it - blocked by T001, T002", "Build it", ["T001", "T002"]],
    ["Migrate data once T001 is merged", "Migrate data", ["T001"]],
    ["Add search. Depends on T002.", "Add search", ["T002"]],
    ["Sort it, which depends on T001–T003", "Sort it", ["T001", "T002", "T003"]],
    ["Sort it, depends on T001 (schema)", "Sort it", ["T001"]],
    ["Sort it, depends on T001 (4h)", "Sort it", ["T001"]],
    ["Sort it (after T001) [P]", "Sort it", ["T001"]],
  ])("is no part of it: %s", (line, title, waits) => {
    const last = readLast(line);

    expect(last.task?.title).toBe(title);
    expect(last.waits).toEqual(waits);
  });

  it.each([
    "Audit the log after the launch",
    "Remove the fallback after PR-12",
    "Do after T001 the thing",
    "Check that T001 works",
    "Rework T003 after review",
    "After T001",
  ])("stays in it where no task is named at its end, or nothing is left: %s", (line) => {
    expect(readLast(line).task?.title).toBe(line);
  });

  it("leaves hours and [P] behind it to be read", () => {
    const { task } = readLast("Sort it, depends on T001 (4h) [P]");

    expect(task).toMatchObject({ title: "Sort it", isParallel: true });
    expect(task?.effort?.hours).toBe(4);
  });

  it("has hours for no reason to wait", () => {
    const { statements } = readSpec("# A\n\n- [ ] T001 A\n- [ ] T002 B, depends on T001 (4h)\n");

    expect(statements).toMatchObject([{ kind: "edge", reason: undefined }]);
  });

  it("takes no time for a line of separators or brackets", () => {
    for (const piece of [", ", "( ", "T1,", "after T001 ", "[a]", ". "]) {
      const started = performance.now();
      readLast(`Build it ${piece.repeat(20_000 / piece.length)} after T001`);
      expect(performance.now() - started).toBeLessThan(2_000);
    }
  });
});
