import type { TaskJson } from "../../model/artifact/task-json.ts";
import type { Task } from "../../model/plan.ts";
import { countOf } from "../../text/count-of.ts";
import { roundHours } from "../round-hours.ts";
import type { Filled, Inference } from "./inference.ts";
import type { TaskFacts } from "./task-facts.ts";

type Boundaries = NonNullable<TaskJson["boundaries"]>;

/** How big a task is, when it is done, and what it may touch. */
export function completeBoundaries(task: Task, facts: TaskFacts): Filled<Boundaries> {
  const complexity = inferComplexity(task, facts);
  const done = listCriteria(task);
  const stop = inferStop(facts.next);
  const scope = toScope(task);
  const value = {
    expected_complexity: complexity.value,
    definition_of_done: { criteria: [...done.value], stop_when: stop?.value },
    scope: scope.value,
  };
  const all = [complexity, done, stop, scope];
  return { value, inferred: all.flatMap((one) => one?.inferred ?? []) };
}

/** What can be counted of a task. */
function inferComplexity(
  { files, subtasks, effort }: Task,
  { hours }: TaskFacts,
): Filled<NonNullable<Boundaries["expected_complexity"]>> {
  const parts = [
    ...(files.length > 0 ? [countOf(files.length, "file")] : []),
    ...(subtasks.length > 0 ? [countOf(subtasks.length, "step")] : []),
    `${roundHours(hours.likely)} h`,
  ];
  const isCounted = files.length + subtasks.length > 0 || effort !== undefined;
  const reason = isCounted ? "counted from what the spec states" : "the usual size of a task";
  const field = "boundaries.expected_complexity";
  const confidence = isCounted ? 0.8 : 0.3;
  return { value: { value: `~${parts.join(", ")}` }, inferred: [{ field, confidence, reason }] };
}

/** Criteria as stated, else from steps, commands or files, else that the work is merged. */
function listCriteria({
  doneWhen,
  subtasks,
  checks,
  files,
  title,
}: Task): Filled<readonly string[]> {
  if (doneWhen.length > 0) return { value: doneWhen, inferred: [] };
  const found = [
    { items: subtasks.map((step) => `Done: ${step.title}`), confidence: 0.8, from: "its steps" },
    {
      items: checks.map(({ command }) => `\`${command}\` passes`),
      confidence: 0.8,
      from: "its checks",
    },
    {
      items: files.map(({ path, action }) =>
        action === "delete" ? `${path} is gone` : `${path} has the change`,
      ),
      confidence: 0.6,
      from: "its files",
    },
  ].find(({ items }) => items.length > 0);
  const field = "boundaries.definition_of_done";
  if (found === undefined) {
    const reason = "the spec does not say when it is done";
    return { value: [`"${title}" is merged`], inferred: [{ field, confidence: 0.3, reason }] };
  }
  const { items, confidence, from } = found;
  return { value: items, inferred: [{ field, confidence, reason: `from ${from}` }] };
}

/** Work that waits for a task is not part of it. */
function inferStop(next: readonly Task[]): Filled<string> | undefined {
  const [first] = next;
  if (first === undefined) return undefined;
  const more = next.length > 1 ? ` and ${countOf(next.length - 1, "task")} more` : "";
  const reason = "what waits for a task is not part of it";
  const field = "boundaries.definition_of_done.stop_when";
  return {
    value: `Do not begin ${first.id} (${first.title})${more}`,
    inferred: [{ field, confidence: 0.8, reason }],
  };
}

function toScope({ files }: Task): Filled<NonNullable<Boundaries["scope"]>> {
  if (files.length > 0) return { value: { includes: files.map(({ path }) => path) }, inferred: [] };
  const inferred: Inference = {
    field: "boundaries.scope",
    confidence: 0.3,
    reason: "the spec names no file",
  };
  const restrictions =
    "Only what the title and the description ask for; leave the files of other tasks alone";
  return { value: { restrictions }, inferred: [inferred] };
}
