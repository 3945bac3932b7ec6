import type { Resource } from "../../model/config.ts";
import type { CoordinatedPlan } from "../../model/coordinated-plan.ts";
import type { LaneName } from "../../model/event.ts";
import type { ResourceId } from "../../model/ids.ts";
import type { ObservedLane, ObservedPull } from "../../model/observed-lane.ts";
import { matchGlob } from "../../text/match-glob.ts";
import type { ScopedResource, TouchedResource } from "./situation.ts";
import { toResourceKey } from "./to-resource-key.ts";

/** The resources of a lane by name and by path. */
export interface LaneResources {
  /** The resource that a task of the plan means by a name. */
  readonly find: (plan: CoordinatedPlan, name: ResourceId) => ScopedResource;
  /** Every resource whose location a pull request touches; none if its files are unknown. */
  readonly touchedBy: (pull: ObservedPull) => readonly TouchedResource[];
  /** Every resource that files can touch. */
  readonly located: readonly ScopedResource[];
}

interface KnownResource {
  readonly scoped: ScopedResource;
  readonly location: readonly string[];
}

/**
 * Gathers the resources of the repository's settings and of its plans. The settings win; where
 * only plans define a resource and differ, the least capacity and all locations count. A name that
 * is defined nowhere is taken as exclusive to the repository: the careful reading.
 */
export function listResources({ lane, plans, resources }: ObservedLane): LaneResources {
  const known = listKnown(lane, plans, resources);
  const located = [...known.values()].filter(({ location }) => location.length > 0);
  const matchers = located.map(({ scoped, location }) => ({ scoped, match: matchGlob(location) }));
  return {
    find: (plan, name) => {
      const own =
        plan.resources.find(({ id }) => id === name) ?? resources.find(({ id }) => id === name);
      const key = own && toResourceKey(toScoped(own, plan, lane));
      const settled = key === undefined ? undefined : known.get(key)?.scoped;
      return settled ?? { scope: `repo:${lane}`, resource: name, capacity: 1 };
    },
    touchedBy: ({ files }) =>
      matchers.flatMap(({ scoped, match }) => {
        const path = files?.find((file) => match(file) !== undefined);
        return path === undefined ? [] : [{ ...scoped, path }];
      }),
    located: located.map(({ scoped }) => scoped),
  };
}

/** By resource key. */
function listKnown(
  lane: LaneName,
  plans: readonly CoordinatedPlan[],
  resources: readonly Resource[],
): ReadonlyMap<string, KnownResource> {
  const ofPlans = new Map<string, KnownResource>();
  for (const plan of plans) {
    for (const resource of plan.resources) {
      const scoped = toScoped(resource, plan, lane);
      const key = toResourceKey(scoped);
      const { location } = resource;
      ofPlans.set(key, mergeKnown({ scoped, location }, ofPlans.get(key)));
    }
  }
  const settings = resources.map((resource) => {
    const scoped = toScoped(resource, undefined, lane);
    return [toResourceKey(scoped), { scoped, location: resource.location }] as const;
  });
  return new Map([...ofPlans, ...settings]);
}

function mergeKnown(one: KnownResource, other: KnownResource | undefined): KnownResource {
  if (!other) return one;
  const capacity = Math.min(one.scoped.capacity, other.scoped.capacity);
  const location = [...new Set([...other.location, ...one.location])];
  return { scoped: { ...one.scoped, capacity }, location };
}

function toScoped(
  resource: Resource,
  plan: CoordinatedPlan | undefined,
  lane: LaneName,
): ScopedResource {
  const capacity = resource.type === "exclusive" ? 1 : resource.capacity;
  return { scope: toScope(resource, plan, lane), resource: resource.id, capacity };
}

/** Plans of two repositories may bear one ID, so a plan's scope names its repository as well. */
function toScope({ scope }: Resource, plan: CoordinatedPlan | undefined, lane: LaneName): string {
  if (scope === "org") return `org:${lane.split("/")[0]}`;
  return scope === "plan" && plan ? `plan:${lane}/${plan.id}` : `repo:${lane}`;
}
