import type { TaskHints } from "../../model/config.ts";
import type { ResourceId } from "../../model/ids.ts";
import type { Task } from "../../model/plan.ts";
import type { LimitUse } from "./limit.ts";

const maxNamed = 3;

type Tasks = readonly Pick<Task, "id" | "ownId">[];

/**
 * Turns "must not run at the same time as" into limits. Three tasks and more of which none may overlap
 * with another share one unit. Of what is left, a task that k others keep away from takes all k units
 * of one, each of the others one unit, so that the others may overlap with each other. Said by either
 * side is enough; names that are in no task of the plan say nothing here.
 *
 * @param hints By place of the task.
 */
export function keepApart(
  tasks: Tasks,
  hints: readonly (TaskHints | undefined)[],
): readonly LimitUse[] {
  const others = pairUp(tasks, hints);
  const left = new Map([...others].map(([at, set]) => [at, new Set(set)]));
  const together = listMutual(others, left).map((members): LimitUse => {
    const id = `${nameSome(tasks, members)} apart from each other` as ResourceId;
    const units = new Map(members.map((one) => [one, 1]));
    return { limit: { id, kind: "apart", capacity: 1 }, units };
  });
  const around = sortByOthers(others)
    .reverse()
    .flatMap((at): readonly LimitUse[] => {
      const rest = [...(left.get(at) ?? [])].sort((a, b) => a - b);
      if (rest.length === 0) return [];
      for (const other of rest) left.get(other)?.delete(at);
      const id = `${tasks[at]?.id} apart from ${nameSome(tasks, rest)}` as ResourceId;
      const units = new Map([[at, rest.length], ...rest.map((one) => [one, 1] as const)]);
      return [{ limit: { id, kind: "apart", capacity: rest.length }, units }];
    });
  return [...makeUnique(together), ...around];
}

/**
 * Sets of three and more that all keep away from each other, while each covers at least half of what
 * is left to one of its members; fewer of them would not be worth a limit. Takes what they cover out.
 */
function listMutual(
  others: ReadonlyMap<number, ReadonlySet<number>>,
  left: ReadonlyMap<number, Set<number>>,
): readonly (readonly number[])[] {
  const rankOf = new Map(sortByOthers(others).map((at, rank) => [at, rank]));
  const sets: (readonly number[])[] = [];
  for (const at of rankOf.keys()) {
    const rest = left.get(at) ?? new Set();
    const members = [at];
    let able = [...rest].sort((a, b) => (rankOf.get(b) ?? 0) - (rankOf.get(a) ?? 0));
    for (let [next] = able; next !== undefined; [next] = able) {
      const apart = others.get(next);
      members.push(next);
      able = able.filter((one) => apart?.has(one) === true);
    }
    if (members.length < 3 || 2 * (members.length - 1) < rest.size) continue;
    for (const one of members) for (const other of members) left.get(one)?.delete(other);
    sets.push(members.sort((a, b) => a - b));
  }
  return sets;
}

/** Who keeps away from fewest first; ties by place. */
function sortByOthers(others: ReadonlyMap<number, ReadonlySet<number>>): number[] {
  const countOf = (at: number) => others.get(at)?.size ?? 0;
  return [...others.keys()].sort((a, b) => countOf(a) - countOf(b) || b - a);
}

function nameSome(tasks: Tasks, places: readonly number[]): string {
  const names = places.slice(0, maxNamed).map((place) => tasks[place]?.id);
  const more = places.length - names.length;
  return `${names.join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}

/** Sets that begin with the same tasks are numbered. */
function makeUnique(uses: readonly LimitUse[]): readonly LimitUse[] {
  const met = new Map<string, number>();
  return uses.map(({ limit, units }) => {
    const count = (met.get(limit.id) ?? 0) + 1;
    met.set(limit.id, count);
    const id = (count === 1 ? limit.id : `${limit.id} (${count})`) as ResourceId;
    return { limit: { ...limit, id }, units };
  });
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
