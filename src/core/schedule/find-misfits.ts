import type { TaskHints } from "../model/config.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { Plan, Task } from "../model/plan.ts";
import { countOf } from "../text/count-of.ts";
import { findEarly } from "./find-early.ts";
import type { ScheduleGraph } from "./to-schedule-graph.ts";

/** Tasks of a finding that are named. */
const mostNamed = 4;

/**
 * KS301 for each task that needs more units of something than there are: it could never start.
 * KS302 for each that needs skills which nobody has: it is planned as if it took nobody's time.
 * KS303 where people can stand in for each other in too many ways to count them exactly.
 * KS306 for open tasks of which no skills are said, where there are people: they take nobody's time either.
 * KS304 for names in `avoid_concurrent_with` that keep nothing apart: the task's own, or of no task.
 */
export function findMisfits(plan: Plan, graph: ScheduleGraph): readonly Diagnostic[] {
  const reasons = new Map(plan.tasks.map(({ id, needs }) => [id, needs]));
  const wholes = new Map(graph.limits.map(({ id, whole }) => [id, whole]));
  const shortages = graph.tasks.flatMap((task, at) =>
    (graph.needs[at] ?? []).flatMap(({ resource, units }) => {
      const capacity = graph.capacities.get(resource) ?? 0;
      if (units <= capacity) return [];
      const there = wholes.get(resource) ?? capacity;
      const reason = reasons.get(task.id)?.find((need) => need.resource === resource)?.reason;
      const why = reason === undefined ? "" : ` (${reason})`;
      const message = `Task ${task.id} needs ${units} of '${resource}'${why} and there are ${there}; raise its capacity in .github/keysteps.yml or lower the task's units`;
      return [{ code: "KS301", severity: "error" as const, message, at: toPlace(task) }];
    }),
  );
  const unskilled = [...graph.unskilled].flatMap(([at, skills]) => {
    const task = graph.tasks[at];
    if (task === undefined) return [];
    const message = `Task ${task.id} asks for someone who can do ${skills.join(" and ")}, and nobody under 'people' in .github/keysteps.yml can; add them, or the plan counts nobody's time for it`;
    return [{ code: "KS302", severity: "warning" as const, message, at: toPlace(task) }];
  });
  return [
    ...[...shortages, ...unskilled, ...findUncounted(plan, graph), ...findFree(plan, graph)],
    ...findEarly(graph),
    ...findVainNames(plan, graph),
  ];
}

/** Skills that are only inferred bind nobody: a guess by a word of the title would hold up work. */
function findFree({ config, specPath }: Plan, { tasks }: ScheduleGraph): readonly Diagnostic[] {
  const open = tasks.filter(({ state }) => state !== "done");
  const free = open.filter(({ skills }) => skills.length === 0);
  if (config.people.length === 0 || free.length === 0) return [];
  const named = free.slice(0, mostNamed).map(({ id }) => id);
  const more = free.length > named.length ? ` and ${free.length - named.length} more` : "";
  const message = `${free.length} of ${countOf(open.length, "open task")} ${free.length === 1 ? "says" : "say"} no skills, so nobody's time is counted for ${free.length === 1 ? "it" : "them"}: ${named.join(", ")}${more}; inferred skills bind nobody, write '**Skills**: …' at the task, or skills under 'tasks' in .github/keysteps.yml`;
  return [{ code: "KS306", severity: "info", message, at: { path: specPath, line: 1, column: 1 } }];
}

/** Entries for all tasks (`*`) are spoken of once, and may name a task that they hold for. */
function findVainNames(
  { config }: Plan,
  { tasks }: Pick<ScheduleGraph, "tasks">,
): readonly Diagnostic[] {
  const known = new Set<string>(tasks.flatMap(({ id, ownId }) => [id, ...(ownId ? [ownId] : [])]));
  const told = new Set<TaskHints>();
  return tasks.flatMap((task) => {
    const { hints, id, ownId } = task;
    if (hints === undefined || told.has(hints)) return [];
    told.add(hints);
    const isForAll = hints === config.taskHints["*"];
    const who = isForAll ? "The entry '*'" : `Task ${id}`;
    return hints.avoids.flatMap((name) => {
      const isOwn = !isForAll && (name === id || name === ownId);
      if (known.has(name) && !isOwn) return [];
      const why = isOwn ? "names itself" : `names '${name}', which is no task of this plan,`;
      const message = `${who} ${why} under avoid_concurrent_with in .github/keysteps.yml, which keeps nothing apart; correct the ID or remove it`;
      return [{ code: "KS304", severity: "warning" as const, message, at: toPlace(task) }];
    });
  });
}

function findUncounted(plan: Plan, { isPeopleWhole }: ScheduleGraph): readonly Diagnostic[] {
  if (isPeopleWhole) return [];
  const message =
    "The entries of 'people' in .github/keysteps.yml overlap in so many ways that not all are looked at: more tasks may seem to fit at once than can be given to people, though never more than there are people; put people who do the same work into one entry";
  const at = { path: plan.specPath, line: 1, column: 1 };
  return [{ code: "KS303", severity: "warning", message, at }];
}

function toPlace({ path, line, column }: Task): Diagnostic["at"] {
  return { path, line, column };
}
