import type { SpecEffort, SpecTask } from "../../model/spec.ts";
import { collapseWhitespace } from "../../text/collapse-whitespace.ts";
import type { SizeChange } from "./size-change.ts";

/** A task below it is put together with others. */
const leastHours = 0.5;
/** What is put together is no more than this, and no more tasks than that. */
const mostHours = 4;
const mostTasks = 6;
const mostTitle = 120;

/** How sure it is that small tasks are one. */
const mergedConfidence = 0.8;

/**
 * Puts together small tasks (below half an hour) that follow each other in one group; one that stands
 * alone among larger ones stays. Nothing that is done or has begun is touched.
 */
export function mergeTasks(tasks: readonly SpecTask[]): readonly SizeChange[] {
  const runs: SpecTask[][] = [];
  let run: SpecTask[] = [];
  for (const task of tasks) {
    const fits =
      run.length < mostTasks &&
      run[0]?.groupId === task.groupId &&
      sumHours([...run, task]) <= mostHours;
    if (isSmall(task) && (run.length === 0 || fits)) {
      run.push(task);
      continue;
    }
    runs.push(run);
    run = isSmall(task) ? [task] : [];
  }
  runs.push(run);
  return runs.filter((some) => some.length > 1).map(toChange);
}

function isSmall({ state, effort }: SpecTask): boolean {
  return state === "todo" && effort !== undefined && effort.hours < leastHours;
}

function sumHours(tasks: readonly SpecTask[]): number {
  return tasks.reduce((sum, { effort }) => sum + (effort?.hours ?? 0), 0);
}

function toChange(tasks: readonly SpecTask[]): SizeChange {
  const hours = Math.round(100 * sumHours(tasks)) / 100;
  return {
    kind: "merge",
    tasks,
    parts: tasks.slice(0, 1).map((first) => join(first, tasks, hours)),
    reason: `each less than ${leastHours} h, ${hours} h in all`,
  };
}

function join(first: SpecTask, tasks: readonly SpecTask[], hours: number): SpecTask {
  const title = collapseWhitespace(tasks.map((task) => task.title).join("; "));
  return {
    ...first,
    title: title.length <= mostTitle ? title : `${title.slice(0, mostTitle - 1)}…`,
    isParallel: tasks.every(({ isParallel }) => isParallel),
    isOptional: tasks.every(({ isOptional }) => isOptional),
    files: tasks.flatMap(({ files }) => files),
    doneWhen: tasks.flatMap(({ doneWhen }) => doneWhen),
    checks: tasks.flatMap(({ checks }) => checks),
    notes: tasks.flatMap(({ notes }) => notes),
    risks: tasks.flatMap(({ risks }) => risks),
    skills: [...new Set(tasks.flatMap(({ skills }) => skills))],
    resources: [...new Set(tasks.flatMap(({ resources }) => resources))],
    requirements: [...new Set(tasks.flatMap(({ requirements }) => requirements))],
    subtasks: tasks.map((task) => ({
      id: task.ownId,
      title: task.title,
      isDone: false,
      hours: task.effort?.hours,
      files: task.files,
      output: undefined,
      line: task.line,
    })),
    effort: toEffort(hours),
    evidence: { ...first.evidence, confidence: mergedConfidence },
  };
}

function toEffort(hours: number): SpecEffort {
  const parts = { development: undefined, testing: undefined, review: undefined };
  const text = `${hours} h`;
  return { hours, minHours: hours, maxHours: hours, points: undefined, parts, text };
}
