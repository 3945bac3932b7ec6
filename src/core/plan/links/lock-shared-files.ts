import type { Resource } from "../../model/config.ts";
import type { ResourceId, TaskId } from "../../model/ids.ts";
import type { Dag, Dependency, ResourceNeed } from "../../model/plan.ts";
import type { SpecTask } from "../../model/spec.ts";
import { listNames } from "../../text/list-names.ts";
import { listSharedFiles, type SharedFiles } from "./list-shared-files.ts";
import { toChainJudge } from "./to-chain-judge.ts";

/** Each lock costs every simulated run time; beyond, tasks are put in an order. */
const mostLocks = 16;
/** Most files that a reason names. */
const mostNamed = 3;

/** What tasks share. */
export interface SharedResources {
  readonly resources: readonly Resource[];
  /** What each task needs of them, by `SpecTask.ref`. */
  readonly needs: ReadonlyMap<string, readonly ResourceNeed[]>;
}

/** What tasks share, and the order of those for whose files there was no lock left. */
export interface LockedFiles extends SharedResources {
  readonly links: readonly Dependency[];
}

/**
 * Keeps tasks apart that change one file and that no dependency orders: by a lock of the plan's own, one
 * for all files that the same tasks change. It has no place, so that it holds up no pull request of others.
 * None where a resource of capacity 1, or another of these locks, keeps all of them apart already.
 *
 * @param given What tasks share already.
 */
export function lockSharedFiles(
  tasks: readonly SpecTask[],
  ids: ReadonlyMap<string, TaskId>,
  dag: Dag,
  given: SharedResources,
): LockedFiles {
  if (dag.order.length === 0) return { ...given, links: [] };
  const links: Dependency[] = [];
  const locks: Resource[] = [];
  const needs = new Map(given.needs);
  const isChain = toChainJudge(dag);
  const places = new Map(dag.order.map((id, at) => [id, at]));
  const names = new Set<string>(given.resources.map(({ id }) => id));
  const exclusive = new Set(
    given.resources.filter(({ capacity }) => capacity === 1).map(({ id }) => id),
  );
  for (const shared of listSharedFiles(tasks)) {
    if (isApart(shared) || isChain(shared.tasks.flatMap(({ ref }) => ids.get(ref) ?? []))) continue;
    if (locks.length < mostLocks) addLock(shared);
    else links.push(...orderTasks(shared, ids, places));
  }
  return { resources: [...given.resources, ...locks], needs, links };

  function isApart({ tasks: [first, ...others] }: SharedFiles): boolean {
    const isNeeded = ({ ref }: SpecTask, id: ResourceId) =>
      needs.get(ref)?.some(({ resource }) => resource === id) === true;
    return (needs.get(first?.ref ?? "") ?? []).some(
      ({ resource }) =>
        exclusive.has(resource) && others.every((other) => isNeeded(other, resource)),
    );
  }

  function addLock({ paths, tasks: users, confidence }: SharedFiles): void {
    const id = nameLock(paths[0] ?? "", names);
    const files = nameFiles(paths);
    const reason = `${users.length} tasks change ${files}, and two changes of a file at once get in each other's way`;
    names.add(id);
    exclusive.add(id);
    const lock = { id, type: "exclusive", capacity: 1, scope: "plan" } as const;
    locks.push({ ...lock, location: [], reason, tasks: {} });
    for (const { ref } of users) {
      const need = { resource: id, units: 1, origin: "inferred", confidence } as const;
      needs.set(ref, [...(needs.get(ref) ?? []), { ...need, reason: `changes ${files}` }]);
    }
  }
}

/** Each task after the one before it in the graph's order, which closes no circle. @param places By task, its place in that order. */
function orderTasks(
  { paths, tasks, confidence }: SharedFiles,
  ids: ReadonlyMap<string, TaskId>,
  places: ReadonlyMap<TaskId, number>,
): readonly Dependency[] {
  const users = tasks
    .flatMap(({ ref, evidence }) => {
      const id = ids.get(ref);
      return id === undefined ? [] : [{ id, evidence: { ...evidence, confidence } }];
    })
    .sort((a, b) => (places.get(a.id) ?? 0) - (places.get(b.id) ?? 0));
  const said = {
    type: "sequential",
    reason: `both change ${nameFiles(paths)}`,
    confidence,
    isHard: true,
    origin: "inferred",
    sharedResource: undefined,
  } as const;
  return users.slice(1).flatMap((after, at) => {
    const before = users[at];
    const evidence = [...(before ? [before.evidence] : []), after.evidence];
    return before === undefined ? [] : [{ ...said, from: before.id, to: after.id, evidence }];
  });
}

function nameFiles(paths: readonly string[]): string {
  const more = paths.length - mostNamed;
  return listNames([...paths.slice(0, mostNamed), ...(more > 0 ? [`${more} more`] : [])]);
}

/** `file_src_routes_ts`: short enough for a label, and no other resource's name. */
function nameLock(path: string, taken: ReadonlySet<string>): ResourceId {
  const slug = path
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "_")
    .slice(-30)
    .replace(/^_+|_+$/g, "");
  const name = `file_${slug || "shared"}`;
  for (let turn = 1; ; turn++) {
    const id = turn === 1 ? name : `${name}_${turn}`;
    if (!taken.has(id)) return id as ResourceId;
  }
}
