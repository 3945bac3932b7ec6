import type { TaskId } from "../model/ids.ts";
import type { Dependency, DependencyType } from "../model/plan.ts";
import { groupBy } from "../text/group-by.ts";

const typeRank: Readonly<Record<DependencyType, number>> = {
  technical: 0,
  infrastructure: 1,
  knowledge: 2,
  sequential: 3,
  mutual_exclusion: 4,
  resource_limited: 5,
};

/**
 * One dependency a pair of tasks and shared resource, the strongest: hard
 * before soft, then by confidence, stated before inferred. A task that would
 * wait for itself is left out. Sorted by the place of `from`, then of `to`, in
 * the plan, so that the order in which statements came does not show.
 */
export function mergeDependencies(
  dependencies: readonly Dependency[],
  tasks: readonly TaskId[],
): readonly Dependency[] {
  const place = new Map(tasks.map((id, index) => [id, index]));
  const toPlace = (id: TaskId) => place.get(id) ?? 0;
  const real = dependencies.filter(({ from, to }) => from !== to);
  const toPair = ({ from, to, sharedResource }: Dependency) =>
    `${from} ${to} ${sharedResource ?? ""}`;
  return [...groupBy(real, toPair).values()]
    .flatMap((rivals) => rivals.toSorted(compareStrength).slice(0, 1))
    .sort(
      (a, b) =>
        toPlace(a.from) - toPlace(b.from) || toPlace(a.to) - toPlace(b.to) || compareStrength(a, b),
    );
}

function compareStrength(a: Dependency, b: Dependency): number {
  return (
    Number(b.isHard) - Number(a.isHard) ||
    b.confidence - a.confidence ||
    Number(a.origin === "inferred") - Number(b.origin === "inferred") ||
    typeRank[a.type] - typeRank[b.type] ||
    readStart(a) - readStart(b) ||
    compareText(a.reason, b.reason) ||
    compareText(a.sharedResource ?? "", b.sharedResource ?? "")
  );
}

function readStart({ evidence: [first] }: Dependency): number {
  return first?.loc.start ?? Number.POSITIVE_INFINITY;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
