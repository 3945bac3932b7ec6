import type { Resource } from "../model/config.ts";
import type { TaskId } from "../model/ids.ts";
import type { ResourceNeed } from "../model/plan.ts";
import type { SpecTask } from "../model/spec.ts";
import { groupBy } from "../text/group-by.ts";
import { matchGlob } from "../text/match-glob.ts";
import { recogniseTitleNeeds } from "./recognise-title-needs.ts";

/** How sure a need is that only the title's words say. */
const titleConfidence = 0.75;

const originRank = { config: 0, stated: 1, inferred: 2 } as const;

/**
 * Finds what each task needs: a stated file matches a resource's location, its
 * type is Deployment, a row of a table names it, settings list it, or the
 * title's words say so (inferred). One need a resource, the best founded; what
 * settings say wins, and 0 units there mean that the task does not need it.
 *
 * @param fromRows Needs that tables state, by `SpecTask.ref`.
 * @returns Needs by `SpecTask.ref`, in the order of `resources`.
 */
export function assignResources(
  tasks: readonly SpecTask[],
  ids: ReadonlyMap<string, TaskId>,
  resources: readonly Resource[],
  fromRows: ReadonlyMap<string, readonly ResourceNeed[]>,
): ReadonlyMap<string, readonly ResourceNeed[]> {
  const finders = resources.map(toFinder);
  return new Map(
    tasks.map((task) => {
      const found = [
        ...finders.flatMap((find) => find(task, ids.get(task.ref))),
        ...(fromRows.get(task.ref) ?? []),
      ];
      const best = [...groupBy(found, (need) => need.resource).values()].flatMap(pickBest);
      return [task.ref, sortLike(resources, best)];
    }),
  );
}

type FindNeeds = (task: SpecTask, id: TaskId | undefined) => readonly ResourceNeed[];

function toFinder(resource: Resource): FindNeeds {
  const matchLocation = matchGlob(resource.location);
  return (task, id) => {
    const needs: ResourceNeed[] = [];
    const units = listUnits(resource, task, id);
    if (units !== undefined) add(units, "config", 1, "listed in the settings");
    const file = task.files.find(({ path }) => matchLocation(path) !== undefined);
    if (file !== undefined) add(1, "stated", 1, `touches ${file.path}`);
    if (isDeployment(task) && resource.id === "deployment_pipeline") {
      add(1, "stated", 1, `its type is ${task.type}`);
    }
    const said = recogniseTitleNeeds(task.title).find((need) => need.resource === resource.id);
    if (said !== undefined) add(1, "inferred", titleConfidence, `its title says "${said.phrase}"`);
    return needs;

    function add(
      count: number,
      origin: ResourceNeed["origin"],
      confidence: number,
      reason: string,
    ): void {
      needs.push({ resource: resource.id, units: count, origin, confidence, reason });
    }
  };
}

function listUnits(
  { tasks }: Resource,
  { ownId }: SpecTask,
  id: TaskId | undefined,
): number | undefined {
  const names = [id, ownId].filter((name) => name !== undefined && Object.hasOwn(tasks, name));
  return names[0] === undefined ? undefined : tasks[names[0]];
}

function isDeployment({ type }: SpecTask): boolean {
  return /^deploy(?:ment)?s?$/i.test(type?.trim() ?? "");
}

/** The best founded of several needs of one resource; nothing if settings say 0 units. */
function pickBest(needs: readonly ResourceNeed[]): readonly ResourceNeed[] {
  const [best] = needs.toSorted(
    (a, b) => originRank[a.origin] - originRank[b.origin] || b.confidence - a.confidence,
  );
  return best === undefined || best.units === 0 ? [] : [best];
}

function sortLike(
  resources: readonly Resource[],
  needs: readonly ResourceNeed[],
): readonly ResourceNeed[] {
  if (needs.length < 2) return needs;
  const rank = new Map(resources.map(({ id }, index) => [id, index]));
  return needs.toSorted((a, b) => (rank.get(a.resource) ?? 0) - (rank.get(b.resource) ?? 0));
}
