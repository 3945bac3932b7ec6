import type { PeopleGroup } from "../../model/config.ts";
import type { ResourceId } from "../../model/ids.ts";
import type { LimitUse } from "./limit.ts";

/** Tasks that ask for the same skills. */
interface Kind {
  readonly skills: readonly string[];
  readonly places: number[];
  /** Groups that have all of them, one bit each. */
  readonly able: bigint;
}

/** Sets of groups that are looked at; more only arise where dozens of groups overlap. */
const maxSets = 64;

/**
 * Turns people and skills into limits. A task takes one person who can do all that it asks for. Tasks
 * can be given to people just then when no set of kinds of tasks asks for more people than there are
 * who can do any of it (Hall's theorem), so there is one limit for each set of groups that overlap.
 *
 * @param skills By place of the task.
 * @returns Also, by place, skills that no group has in one person; such tasks take nobody.
 */
export function seatPeople(
  skills: readonly (readonly string[])[],
  groups: readonly PeopleGroup[],
): {
  readonly uses: readonly LimitUse[];
  readonly unskilled: ReadonlyMap<number, readonly string[]>;
} {
  const unskilled = new Map<number, readonly string[]>();
  if (groups.length === 0) return { uses: [], unskilled };
  const all = sortKinds(skills, groups);
  const kinds = all.filter(({ able }) => able !== 0n);
  for (const kind of all) {
    if (kind.able === 0n) for (const at of kind.places) unskilled.set(at, kind.skills);
  }
  const uses = listUnions(kinds.map(({ able }) => able)).map((union): LimitUse => {
    const members = kinds.filter(({ able }) => (able & ~union) === 0n);
    const capacity = groups.reduce((sum, { count }, i) => sum + (has(union, i) ? count : 0), 0);
    const limit = { id: nameLimit(members) as ResourceId, kind: "people" as const };
    const units = new Map(members.flatMap(({ places }) => places.map((at) => [at, 1] as const)));
    const counted = [...groups.keys()].filter((i) => has(union, i));
    return { limit: { ...limit, capacity, groups: counted }, units };
  });
  return { uses, unskilled };
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

function has(set: bigint, i: number): boolean {
  return ((set >> BigInt(i)) & 1n) === 1n;
}

/** The sets themselves and the unions of those that overlap, over and over. */
function listUnions(sets: readonly bigint[]): readonly bigint[] {
  const unions = [...new Set(sets)];
  for (let i = 0; i < unions.length; i++) {
    for (let j = 0; j < i && unions.length < maxSets; j++) {
      const [a = 0n, b = 0n] = [unions[i], unions[j]];
      if ((a & b) !== 0n && !unions.includes(a | b)) unions.push(a | b);
    }
  }
  return unions;
}
