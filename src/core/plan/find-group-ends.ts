import type { SpecGroup, SpecStatement } from "../model/spec.ts";

/** A group's tasks that wait for none of it, and those that none of it waits for. */
export interface GroupEnds {
  readonly first: readonly string[];
  readonly last: readonly string[];
}

/**
 * Where each group begins and ends, seen from the tasks' own statements inside
 * it, by group ID; `SpecTask.ref`s in document order. In a group that runs in a
 * circle all tasks are both.
 */
export function findGroupEnds(
  groups: readonly SpecGroup[],
  statements: readonly Pick<Extract<SpecStatement, { kind: "edge" }>, "owners" | "on">[],
): ReadonlyMap<string, GroupEnds> {
  const before = new Map<string, Set<string>>();
  const after = new Map<string, Set<string>>();
  for (const { owners, on } of statements) {
    for (const owner of owners) addAll(before, owner, on);
    for (const other of on) addAll(after, other, owners);
  }
  return new Map(
    groups.map(({ id, taskRefs }) => {
      const inside = new Set(taskRefs);
      const isFree = (links: Map<string, Set<string>>) => (ref: string) =>
        ![...(links.get(ref) ?? [])].some((other) => other !== ref && inside.has(other));
      const first = taskRefs.filter(isFree(before));
      const last = taskRefs.filter(isFree(after));
      const runsInCircle = first.length === 0 || last.length === 0;
      return [id, runsInCircle ? { first: taskRefs, last: taskRefs } : { first, last }];
    }),
  );
}

function addAll(links: Map<string, Set<string>>, key: string, refs: readonly string[]): void {
  const set = links.get(key) ?? new Set<string>();
  for (const ref of refs) set.add(ref);
  links.set(key, set);
}
