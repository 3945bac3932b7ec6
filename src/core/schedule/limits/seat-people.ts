import type { PeopleGroup } from "../../model/config.ts";
import type { ResourceId } from "../../model/ids.ts";
import type { LimitUse } from "./limit.ts";
import { listUnions } from "./list-unions.ts";

/** Tasks that ask for the same skills. */
interface Kind {
  readonly skills: readonly string[];
  readonly places: number[];
  /** Groups that have all of them, one bit each. */
  readonly able: bigint;
}

/**
 * Turns people and skills into limits. A task takes one person who can do all that it asks for. Tasks
 * can be given to people just then when no set of kinds of tasks asks for more people than there are
 * who can do any of it (Hall's theorem), so there is one limit for each set of groups that overlap;
 * those that can never run short are left out, but for what each kind asks for.
 *
 * @param skills By place of the task.
 * @returns Also, by place, skills that no group has in one person; such tasks take nobody. And
 * whether the limits are all: where too many sets overlap, those with the fewest people are, and that
 * of everybody, so more tasks may seem to fit than can be given to people.
 */
export function seatPeople(
  skills: readonly (readonly string[])[],
  groups: readonly PeopleGroup[],
): {
  readonly uses: readonly LimitUse[];
  readonly unskilled: ReadonlyMap<number, readonly string[]>;
  readonly isWhole: boolean;
} {
  const unskilled = new Map<number, readonly string[]>();
  if (groups.length === 0) return { uses: [], unskilled, isWhole: true };
  const all = sortKinds(skills, groups);
  const kinds = all.filter(({ able }) => able !== 0n);
  for (const kind of all) {
    if (kind.able === 0n) for (const at of kind.places) unskilled.set(at, kind.skills);
  }
  const asked = new Set(kinds.map(({ able }) => able));
  const weights = groups.map(({ count }) => count);
  const { unions, isWhole } = listUnions([...asked], weights);
  const uses = unions.flatMap((union, place): readonly LimitUse[] => {
    const members = kinds.filter(({ able }) => (able & ~union) === 0n);
    const units = new Map(members.flatMap(({ places }) => places.map((at) => [at, 1] as const)));
    const counted = [...groups.keys()].filter((i) => (union >> BigInt(i)) & 1n);
    const capacity = counted.reduce((sum, i) => sum + (groups[i]?.count ?? 0), 0);
    if (place >= asked.size && units.size <= capacity) return [];
    const limit = { id: nameLimit(members) as ResourceId, kind: "people" as const };
    return [{ limit: { ...limit, capacity, groups: counted }, units }];
  });
  return { uses, unskilled, isWhole };
}

/** Names what is asked for; who asks for more than another is not named beside it. */
function nameLimit(kinds: readonly Kind[]): string {
  const least = kinds.filter(({ skills }) =>
    kinds.every((other) => other.skills === skills || !isWithin(other.skills, skills)),
  );
  return `people: ${least.map(({ skills }) => skills.join(" and ")).join(" or ")}`;
}

function isWithin(some: readonly string[], all: readonly string[]): boolean {
  return some.every((skill) => all.includes(skill));
}

function sortKinds(
  skills: readonly (readonly string[])[],
  groups: readonly PeopleGroup[],
): readonly Kind[] {
  const kinds = new Map<string, Kind>();
  for (const [at, asked] of skills.entries()) {
    if (asked.length === 0) continue;
    const sorted = [...new Set(asked)].sort();
    const key = JSON.stringify(sorted);
    const kind = kinds.get(key) ?? { skills: sorted, places: [], able: findAble(sorted, groups) };
    kinds.set(key, kind);
    kind.places.push(at);
  }
  return [...kinds].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, kind]) => kind);
}

function findAble(skills: readonly string[], groups: readonly PeopleGroup[]): bigint {
  let able = 0n;
  for (const [i, group] of groups.entries()) {
    if (skills.every((skill) => group.skills.includes(skill))) able |= 1n << BigInt(i);
  }
  return able;
}
