import type { PlanLimits } from "./limits/limit.ts";
import type { Workload } from "./simulate/workload.ts";

/** A limit that tasks can run into. */
interface Question {
  readonly resource: string;
  /** The same for limits on people who can stand in for each other, and of no other limits. */
  readonly team: number;
  /** The ways of having one more; none where there are no units to have. */
  readonly widened: readonly Workload[];
  /** As if there were no such limit. */
  readonly free: Workload;
}

type Limits = PlanLimits["limits"];

/** Of a team's limits, how many are asked about: the narrowest, and the widest of all. */
const mostOfTeam = 12;

/**
 * What to ask of a plan's limits: what would be without each, and with one more of it. Limits of
 * which there is enough for all tasks at once are left out. Of a team the narrowest comes first.
 *
 * @param limits In the order of the workload's capacities.
 */
export function listQuestions(workload: Workload, limits: Limits): readonly Question[] {
  const { slots } = workload;
  const { count } = workload.graph;
  const teams = numberTeams(limits);
  const places = [...limits.keys()].filter((k) => isShort(workload, k));
  const resources = chooseAsked(places, limits, teams).flatMap((k): readonly Question[] => {
    const limit = limits[k];
    if (limit === undefined) return [];
    const isSame = (at: number) => at === k || sharesGroup(limits[at], limit.groups ?? []);
    return [
      {
        ...{ resource: limit.id, team: teams[k] ?? k },
        widened: widen(workload, limits, k),
        free: withoutLimits(workload, isSame),
      },
    ];
  });
  if (count <= slots) return resources;
  return [
    ...resources,
    {
      ...{ resource: "max_concurrent_tasks", team: limits.length },
      widened: [{ ...workload, slots: slots + 1 }],
      free: { ...workload, slots: count },
    },
  ];
}

function isShort({ graph, capacities, needs }: Workload, k: number): boolean {
  let sum = 0;
  for (let task = 0; task < graph.count; task++) sum += needs[task * capacities.length + k] ?? 0;
  return sum > (capacities[k] ?? 0);
}

function sharesGroup(limit: Limits[number] | undefined, groups: readonly number[]): boolean {
  return limit?.groups?.some((group) => groups.includes(group)) === true;
}

/** By limit, the first of those that it shares people with, directly or through others. */
function numberTeams(limits: Limits): readonly number[] {
  let teams: readonly number[] = [...limits.keys()];
  const firstOf = new Map<number, number>();
  const shared = limits.flatMap(({ groups = [] }, at) => groups.map((group) => ({ group, at })));
  for (const { group, at } of shared) {
    const before = firstOf.get(group) ?? at;
    firstOf.set(group, before);
    const [one = at, other = at] = [teams[at], teams[before]];
    if (one !== other) teams = teams.map((team) => (team === one ? other : team));
  }
  return teams;
}

function chooseAsked(
  places: readonly number[],
  limits: Limits,
  teams: readonly number[],
): readonly number[] {
  const widthOf = (k: number) => limits[k]?.groups?.length ?? 0;
  return [...new Set(places.map((k) => teams[k]))].flatMap((team) => {
    const members = places.filter((k) => teams[k] === team).sort((a, b) => widthOf(a) - widthOf(b));
    return members.filter((_, at) => at < mostOfTeam - 1 || at === members.length - 1);
  });
}

function widen(workload: Workload, limits: Limits, k: number): readonly Workload[] {
  const { capacities } = workload;
  const { kind, groups, oneMore } = limits[k] ?? {};
  if (kind === "apart") return [];
  if (oneMore !== undefined) {
    const needs = workload.needs.slice();
    for (const [task, units] of oneMore.units) needs[task * capacities.length + k] = units;
    return [{ ...workload, needs, capacities: capacities.with(k, oneMore.capacity) }];
  }
  if (groups === undefined) {
    return [{ ...workload, capacities: capacities.with(k, (capacities[k] ?? 0) + 1) }];
  }
  const wider = groups.map((group) =>
    capacities.map((units, at) => units + Number(sharesGroup(limits[at], [group]))),
  );
  const different = new Map(wider.map((units) => [units.join(), units]));
  return [...different.values()].map((units) => ({ ...workload, capacities: units }));
}

/** Nobody needs anything of these. */
function withoutLimits(workload: Workload, isLeftOut: (k: number) => boolean): Workload {
  const { length } = workload.capacities;
  const out = [...workload.capacities.keys()].map(isLeftOut);
  const needs = workload.needs.map((units, cell) => (out[cell % length] === true ? 0 : units));
  return { ...workload, needs };
}
