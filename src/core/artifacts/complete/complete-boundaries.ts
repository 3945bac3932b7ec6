import type { TaskJson } from "../../model/artifact/task-json.ts";
import type { Task, WorkKind } from "../../model/plan.ts";
import { countOf } from "../../text/count-of.ts";
import { roundHours } from "../round-hours.ts";
import type { Filled, Inference } from "./inference.ts";
import { listPresetCriteria, listUsualCriteria } from "./list-usual-criteria.ts";
import type { TaskFacts } from "./task-facts.ts";

/** Most files that a scope leaves to others. */
const mostExcluded = 8;

type Boundaries = NonNullable<TaskJson["boundaries"]>;

/** How big a task is, when it is done, and what it may touch. */
export function completeBoundaries(task: Task, facts: TaskFacts): Filled<Boundaries> {
  const complexity = inferComplexity(task, facts);
  const done = addPreset(listCriteria(task, facts.kind), facts);
  const stop = inferStop(facts.next);
  const scope = toScope(task, facts.next);
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
  const value = { value: `~${parts.join(", ")}`, breakdown: tellBreakdown(files, subtasks.length) };
  return { value, inferred: [{ field, confidence, reason }] };
}

/** Files by what is done with them, and steps: `creates 1 file, edits 2 files; 3 steps`. */
function tellBreakdown(files: Task["files"], steps: number): string | undefined {
  const kinds = [
    ["create", "creates"],
    ["edit", "edits"],
    ["delete", "deletes"],
    [undefined, "names"],
  ] as const;
  const counted = kinds.flatMap(([kind, verb]) => {
    const count = files.filter(({ action }) => action === kind).length;
    return count === 0 ? [] : [`${verb} ${countOf(count, "file")}`];
  });
  const parts = [
    ...(counted.length > 0 ? [counted.join(", ")] : []),
    ...(steps > 0 ? [countOf(steps, "step")] : []),
  ];
  return parts.length === 0 ? undefined : parts.join("; ");
}

/** Criteria as stated, else from steps, commands or files, else what is usual for its kind of work. */
function listCriteria(
  { doneWhen, subtasks, checks, files }: Task,
  kind: WorkKind,
): Filled<readonly string[]> {
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
    const reason = `the spec does not say when it is done; usual for ${kind} work`;
    return { value: listUsualCriteria(kind), inferred: [{ field, confidence: 0.4, reason }] };
  }
  const { items, confidence, from } = found;
  return { value: items, inferred: [{ field, confidence, reason: `from ${from}` }] };
}

/** What the preset asks for besides, marked as inferred. */
function addPreset(
  done: Filled<readonly string[]>,
  { kind, preset }: TaskFacts,
): Filled<readonly string[]> {
  const more = listPresetCriteria(kind, preset);
  if (more.length === 0) return done;
  const field = "boundaries.definition_of_done";
  const reason = `the last ${more.length} come from the preset ${preset}`;
  return {
    value: [...done.value, ...more],
    inferred: [...done.inferred, { field, confidence: 0.5, reason }],
  };
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

function toScope({ files }: Task, next: readonly Task[]): Filled<NonNullable<Boundaries["scope"]>> {
  const own = new Set(files.map(({ path }) => path));
  const left = next.flatMap((task) => task.files.map(({ path }) => path));
  const excludes = [...new Set(left)].filter((path) => !own.has(path)).slice(0, mostExcluded);
  const outside: Filled<object> =
    excludes.length === 0
      ? { value: {}, inferred: [] }
      : {
          value: { excludes },
          inferred: [
            {
              field: "boundaries.scope.excludes",
              confidence: 0.7,
              reason: "files of the tasks that wait for it",
            },
          ],
        };
  if (files.length > 0) {
    return { value: { includes: [...own], ...outside.value }, inferred: outside.inferred };
  }
  const inferred: Inference = {
    field: "boundaries.scope",
    confidence: 0.3,
    reason: "the spec names no file",
  };
  const restrictions =
    "Only what the title and the description ask for; leave the files of other tasks alone";
  return {
    value: { restrictions, ...outside.value },
    inferred: [inferred, ...outside.inferred],
  };
}
