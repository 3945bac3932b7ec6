import type { Freeze, Hold } from "../../model/hold.ts";
import type { ObservedLane, ObservedPull } from "../../model/observed-lane.ts";
import { toCode } from "../../text/to-code.ts";
import type { LaneResources } from "../situation/list-resources.ts";
import type { ScopedResource, TaskFacts } from "../situation/situation.ts";
import { toResourceKey } from "../situation/to-resource-key.ts";

/** What is known of the past. */
export interface Past {
  /** Unreleased holds. */
  readonly holds: readonly Hold[];
  /** Pull requests that are accounted for. */
  readonly settledPulls: readonly number[];
  /** When the lane was first heard of, epoch milliseconds: what was merged before is not ours to judge. */
  readonly since: number;
}

/**
 * Finds pull requests that reached the default branch without our leave though they touch a shared
 * resource, or close a task that needs one: no gate of ours stood at success and no hold had let
 * them pass. Each freezes those resources; one whose files are unknown, all that files can touch.
 */
export function findViolations(
  observed: ObservedLane,
  tasks: readonly TaskFacts[],
  resources: LaneResources,
  { holds, settledPulls, since }: Past,
): readonly Omit<Freeze, "since">[] {
  const own = holds.filter(({ holder }) => holder.repository === observed.lane);
  const passed = own.flatMap(({ passes }) => passes.map(({ pullNumber }) => pullNumber));
  const settled = new Set([...settledPulls, ...passed]);
  return observed.pulls
    .filter((pull) => isStray(pull, observed, since) && !settled.has(pull.number))
    .flatMap((pull) =>
      listAffected(pull, tasks, resources).map(({ scope, resource, how }) => ({
        scope,
        resource,
        repository: observed.lane,
        pullNumber: pull.number,
        reason: `#${pull.number} ${how} and was merged without holding \`${resource}\``,
      })),
    );
}

/** GitHub tells times in whole seconds: what was merged in the second of `since` counts as after it. */
const roundingMs = 999;

function isStray(
  pull: ObservedPull,
  { defaultBranch, gates }: ObservedLane,
  since: number,
): boolean {
  if (pull.state !== "merged" || pull.baseBranch !== defaultBranch) return false;
  return (
    (pull.mergedAt ?? 0) + roundingMs >= since && gates.get(pull.headSha)?.verdict !== "success"
  );
}

type Affected = ScopedResource & { readonly how: string };

/** The resources that a pull request should have held, each once, with how it concerns them. */
function listAffected(
  pull: ObservedPull,
  tasks: readonly TaskFacts[],
  resources: LaneResources,
): readonly Affected[] {
  const closed = tasks.filter(({ issue }) => issue && pull.closes.includes(issue.number));
  const affected = [
    ...closed.flatMap(({ issue, planned }) =>
      planned.map((need) => ({ ...need, how: `closed #${issue?.number}` })),
    ),
    ...listTouched(pull, resources),
  ];
  return [...new Map(affected.map((one) => [toResourceKey(one), one])).values()];
}

function listTouched(pull: ObservedPull, resources: LaneResources): readonly Affected[] {
  if (pull.files === undefined) {
    return resources.located.map((one) => ({ ...one, how: "changed files that cannot be listed" }));
  }
  return resources
    .touchedBy(pull)
    .map((touched) => ({ ...touched, how: `changed \`${toCode(touched.path)}\`` }));
}
