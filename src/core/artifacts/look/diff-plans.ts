import type { TaskJson } from "../../model/artifact/task-json.ts";
import type { PlanDifference } from "../../model/plan-difference.ts";
import type { ArtifactSet } from "../read/artifact-set.ts";
import { listGraphEdges } from "../read/list-graph-edges.ts";
import { summarisePlan } from "./summarise-plan.ts";

/** What of a task a difference is told of, as text. */
const fields: readonly (readonly [string, (task: TaskJson) => string])[] = [
  ["title", ({ title }) => title],
  ["description", ({ description = "" }) => description],
  ["state", ({ source }) => source?.state ?? ""],
  ["hours", ({ duration }) => String(duration?.mostLikely ?? "")],
  ["owner", ({ owner = "" }) => owner],
  ["files", ({ files = [] }) => files.map(({ path }) => path).join(", ")],
  ["criteria", ({ boundaries }) => boundaries?.definition_of_done?.criteria.join("; ") ?? ""],
  [
    "resources",
    ({ resource_requirements }) => {
      const { exclusive_resources = [], shared_resources = {} } =
        resource_requirements?.estimated ?? {};
      return [...exclusive_resources, ...Object.keys(shared_resources)].join(", ");
    },
  ],
];

/** What changed from one plan to another. Tasks are the same if their IDs are. */
export function diffPlans(was: ArtifactSet, is: ArtifactSet): PlanDifference {
  const before = new Map(was.tasks.tasks.map((task) => [task.id, task]));
  const after = new Map(is.tasks.tasks.map((task) => [task.id, task]));
  const toName = ({ id, title }: TaskJson) => ({ id, title });
  return {
    added: is.tasks.tasks.filter(({ id }) => !before.has(id)).map(toName),
    removed: was.tasks.tasks.filter(({ id }) => !after.has(id)).map(toName),
    changed: is.tasks.tasks.flatMap((task) => {
      const old = before.get(task.id);
      const changes = old === undefined ? [] : diffTask(old, task);
      return changes.length === 0 ? [] : [{ ...toName(task), changes }];
    }),
    addedDependencies: listMissing(is, was),
    removedDependencies: listMissing(was, is),
    figures: diffFigures(was, is),
  };
}

function diffTask(was: TaskJson, is: TaskJson) {
  return fields.flatMap(([field, read]) => {
    const [before, after] = [read(was), read(is)];
    return before === after ? [] : [{ field, was: before, is: after }];
  });
}

/** Edges of one plan that the other has not. */
function listMissing(from: ArtifactSet, other: ArtifactSet): readonly string[] {
  const toNames = (set: ArtifactSet) =>
    listGraphEdges(set.tasks).map(([before, after]) => `${before} → ${after}`);
  const known = new Set(toNames(other));
  return toNames(from).filter((name) => !known.has(name));
}

function diffFigures(was: ArtifactSet, is: ArtifactSet): PlanDifference["figures"] {
  const [before, after] = [summarisePlan(was), summarisePlan(is)];
  const names = [
    ["tasks", before.tasks, after.tasks],
    ["dependencies", before.dependencies, after.dependencies],
    ["waves", before.waves, after.waves],
    ["longest chain", before.longestChain, after.longestChain],
    ["P50 hours", before.p50Hours, after.p50Hours],
    ["P80 hours", before.p80Hours, after.p80Hours],
    ["ok", before.isOk, after.isOk],
  ] as const;
  return names.flatMap(([name, one, other]) =>
    one === other ? [] : [{ name, was: String(one ?? "–"), is: String(other ?? "–") }],
  );
}
