import type { Task } from "../../model/plan.ts";
import type { PlanDraft } from "../plan-draft.ts";
import { isTestWork } from "./is-test-work.ts";
import { speaksOfTests } from "./speaks-of-tests.ts";
import type { WorkRule } from "./work-rule.ts";

const codeFile =
  /\.(?:[cm]?[jt]sx?|py|go|rs|java|kt|cs|rb|php|swift|cc?|cpp|h|scala|sql|vue|svelte|dart|exs?)$/i;
const building = /^(?:implement|build|develop|code|program)\b/i;

/**
 * KS219: code is written and nothing tests it: no check, no word of a test in the task itself, no
 * test in its phase, and none that waits for it.
 */
export const untested: WorkRule = {
  code: "KS219",
  severity: "info",
  judge: (plan) => {
    const tested = listTested(plan);
    return (task) =>
      writesCode(task) && !tested.has(task.id) && !mentionsTests(task)
        ? "writes code that no test or check covers"
        : undefined;
  },
  ofMany: "write code that no test or check covers",
  mend: "add a test task to the phase, or a criterion that names the test",
};

/** Tasks with a test in their phase, or one that waits for them. */
function listTested({ tasks, dag }: PlanDraft): ReadonlySet<string> {
  const tests = new Set(tasks.filter(isTestWork).map(({ id }) => id));
  const groups = new Set(tasks.filter(({ id }) => tests.has(id)).map(({ groupId }) => groupId));
  const byGroup = tasks.filter(({ groupId }) => groupId !== undefined && groups.has(groupId));
  const byLink = dag.edges.filter(({ to }) => tests.has(to)).map(({ from }) => from);
  return new Set([...byGroup.map(({ id }) => id), ...byLink]);
}

function writesCode(task: Task): boolean {
  if (isTestWork(task)) return false;
  return building.test(task.title) || task.files.some(({ path }) => codeFile.test(path));
}

function mentionsTests({ checks, doneWhen, description, notes, subtasks, files }: Task): boolean {
  const texts = [
    ...doneWhen,
    ...notes,
    description ?? "",
    ...subtasks.map(({ title }) => title),
    ...files.map(({ path }) => path),
  ];
  return checks.length > 0 || texts.some(speaksOfTests);
}
