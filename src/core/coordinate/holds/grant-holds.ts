import type { Grant } from "../../model/decision.ts";
import type { Freeze, Hold } from "../../model/hold.ts";
import type { ResourceId, TaskId } from "../../model/ids.ts";
import { fitResources } from "../../schedule/fit-resources.ts";
import { hasBegun } from "../situation/has-begun.ts";
import { isSameHolder } from "../situation/is-same-holder.ts";
import { orderWaiters } from "../situation/order-waiters.ts";
import type { ScopedNeed, TaskSituation } from "../situation/situation.ts";
import { toResourceKey } from "../situation/to-resource-key.ts";
import { countFree, toLimitId, toSlotId } from "./count-free.ts";

/** What granting looks at beside the tasks. */
export interface GrantContext {
  /** All unreleased holds that matter, without those that end in this pass. */
  readonly holds: readonly Hold[];
  readonly freezes: readonly Freeze[];
  /** Database time, epoch milliseconds. */
  readonly now: number;
}

interface Asked {
  readonly id: TaskId;
  readonly needs: readonly { readonly resource: ResourceId; readonly units: number }[];
}

/** Who may start, and what is taken for it. */
export interface Granted {
  readonly grants: readonly Grant[];
  /** Keys of the tasks that hold all they need and have a slot. */
  readonly startable: ReadonlySet<string>;
  /** Holds given back: their task needs more now and must take all at once. */
  readonly handedBack: readonly Hold[];
}

/**
 * Gives units and slots to the tasks of the frontier, in order, each all at once or nothing; one that
 * has not begun must also fit the limits of its plan.
 *
 * Who holds all it needs keeps it; so does who has begun and needs nothing. Who holds a part only
 * (a pull request touches more than was planned) and cannot have the rest now gives its part back,
 * so that no two tasks ever wait for each other. For the first in line that has waited a day and does
 * not fit, what is free of what it needs is kept, so that it is never passed by for ever. A frozen
 * resource gives out nothing.
 */
export function grantHolds(tasks: readonly TaskSituation[], context: GrantContext): Granted {
  const { holds, now } = context;
  const frontier = tasks.filter(({ mayHold }) => mayHold);
  const settled = frontier.filter((task) => isSettled(task, holds));
  const settledKeys = new Set(settled.map(({ key }) => key));
  const applicants = orderWaiters(frontier.filter(({ key }) => !settledKeys.has(key)));

  const asked = applicants.map((task) => ({
    id: task.key as TaskId,
    needs: listAsked(task, holds),
  }));
  const free = countFree(frontier, settled, context);
  const oldest = findAged(applicants, context);
  const left = reserve(oldest, asked, free);
  const others = asked.filter(({ id }) => id !== oldest?.key || left === free);
  const fits = new Set<string>(fitResources(others, left, Number.POSITIVE_INFINITY));

  const grants: Grant[] = [];
  for (const task of applicants) {
    if (fits.has(task.key)) grants.push(...takeUnits(task, holds, grants, now));
  }
  const handedBack = applicants
    .filter(({ key }) => !fits.has(key))
    .flatMap((task) => listOwn(task, holds));
  return { grants, startable: new Set([...settledKeys, ...fits]), handedBack };
}

/** The first in line, if it has waited for a day and could fit one day. */
function findAged(
  applicants: readonly TaskSituation[],
  { freezes }: GrantContext,
): TaskSituation | undefined {
  const [first] = applicants;
  const frozen = new Set(freezes.map(toResourceKey));
  if (first === undefined || first.daysWaited === 0) return undefined;
  const canFit =
    first.needs.every((need) => need.units <= need.capacity && !frozen.has(toResourceKey(need))) &&
    listOpenLimits(first).every(({ units, capacity }) => units <= capacity);
  return canFit ? first : undefined;
}

/** What is free for the others once that is kept which a task waits for; all of it if it fits now. */
function reserve(
  task: TaskSituation | undefined,
  asked: readonly Asked[],
  free: ReadonlyMap<ResourceId, number>,
): ReadonlyMap<ResourceId, number> {
  const needs = asked.find(({ id }) => id === task?.key)?.needs ?? [];
  if (needs.every(({ resource, units }) => (free.get(resource) ?? 0) >= units)) return free;
  const left = new Map(free);
  for (const { resource, units } of needs) left.set(resource, (free.get(resource) ?? 0) - units);
  return left;
}

/** Nothing more to take: it holds all it needs, or needs nothing and has begun. */
function isSettled(task: TaskSituation, holds: readonly Hold[]): boolean {
  if (task.needs.length === 0) return hasBegun(task);
  return task.needs.every((need) => countMissing(task, need, holds) === 0);
}

/**
 * What a task asks for: the units that it lacks, a slot of its plan, and its units of the limits. One
 * that has begun takes these already: no limit stops it, or keeps its pull request from its turn.
 */
function listAsked(task: TaskSituation, holds: readonly Hold[]) {
  const units = task.needs
    .map((need) => ({
      resource: toResourceKey(need) as ResourceId,
      units: countMissing(task, need, holds),
    }))
    .filter((asked) => asked.units > 0);
  const slot = { resource: toSlotId(task.plan), units: 1 };
  return [...units, slot, ...listOpenLimits(task)];
}

/** The limits that a task has to fit before it may begin. */
function listOpenLimits(task: TaskSituation) {
  if (hasBegun(task)) return [];
  return task.limits.map((need) => ({
    resource: toLimitId(task.plan, need),
    units: need.units,
    capacity: need.capacity,
  }));
}

/** The lowest units that nobody has, one grant each. */
function takeUnits(
  task: TaskSituation,
  holds: readonly Hold[],
  granted: readonly Grant[],
  now: number,
): readonly Grant[] {
  const taken = [...holds, ...granted];
  return task.needs.flatMap((need) => {
    const { scope, resource, capacity } = need;
    const key = toResourceKey(need);
    const used = new Set(taken.filter((one) => toResourceKey(one) === key).map(({ unit }) => unit));
    const units = [...Array(capacity).keys()].filter((unit) => !used.has(unit));
    return units
      .slice(0, countMissing(task, need, holds))
      .map((unit) => ({ scope, resource, unit, holder: task.holder, grantedAt: now }));
  });
}

function countMissing(task: TaskSituation, need: ScopedNeed, holds: readonly Hold[]): number {
  const key = toResourceKey(need);
  const own = listOwn(task, holds).filter((hold) => toResourceKey(hold) === key);
  return Math.max(0, need.units - own.length);
}

/** A task's holds in force among those that stay. */
function listOwn({ holder }: TaskSituation, holds: readonly Hold[]): readonly Hold[] {
  return holds.filter((hold) => hold.state === "held" && isSameHolder(hold.holder, holder));
}
