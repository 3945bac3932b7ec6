import type { TaskHints } from "../../model/config.ts";
import type { ResourceId } from "../../model/ids.ts";
import type { Task } from "../../model/plan.ts";
import type { LimitUse } from "./limit.ts";

const maxNamed = 3;

/**
 * Turns "must not run at the same time as" into limits: a task that k others keep away from takes
 * all k units of one, each of the others one unit, so that the others may overlap with each other.
 * Said by either side is enough; names that are in no task of the plan say nothing here.
 *
 * @param hints By place of the task.
 */
export function keepApart(
  tasks: readonly Pick<Task, "id" | "ownId">[],
  hints: readonly (TaskHints | undefined)[],
): readonly LimitUse[] {
  const others = pairUp(tasks, hints);
  const left = new Map([...others].map(([at, set]) => [at, new Set(set)]));
  const busiestFirst = [...others.keys()].sort(
    (a, b) => (others.get(b)?.size ?? 0) - (others.get(a)?.size ?? 0) || a - b,
  );
  return busiestFirst.flatMap((at) => {
    const rest = [...(left.get(at) ?? [])].sort((a, b) => a - b);
    if (rest.length === 0) return [];
    for (const other of rest) left.get(other)?.delete(at);
    const limit = {
      id: nameLimit(tasks, at, rest) as ResourceId,
      kind: "apart" as const,
      capacity: rest.length,
    };
    const units = new Map([[at, rest.length], ...rest.map((one) => [one, 1] as const)]);
    return [{ limit, units }];
  });
}

/** Unique, since each task has one limit of its own at most. */
function nameLimit(
  tasks: readonly Pick<Task, "id">[],
  at: number,
  others: readonly number[],
): string {
  const names = others.slice(0, maxNamed).map((other) => tasks[other]?.id);
  const more = others.length - names.length;
  return `${tasks[at]?.id} apart from ${names.join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}

/** By place, the places that it must not overlap with; both ways. */
function pairUp(
  tasks: readonly Pick<Task, "id" | "ownId">[],
  hints: readonly (TaskHints | undefined)[],
): ReadonlyMap<number, Set<number>> {
  const others = new Map<number, Set<number>>();
  if (hints.every((hint) => !hint || hint.avoids.length === 0)) return others;
  const places = new Map<string, number>();
  for (const [at, { ownId }] of tasks.entries()) if (ownId) places.set(ownId, at);
  for (const [at, { id }] of tasks.entries()) places.set(id, at);
  for (const [at, hint] of hints.entries()) {
    for (const name of hint?.avoids ?? []) {
      const other = places.get(name);
      if (other === undefined || other === at) continue;
      others.set(at, (others.get(at) ?? new Set()).add(other));
      others.set(other, (others.get(other) ?? new Set()).add(at));
    }
  }
  return others;
}
