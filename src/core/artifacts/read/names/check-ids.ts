import type { ArtifactFault, FilePlace } from "../artifact-set.ts";
import { grounds } from "../grounds.ts";
import type { PlanFacts } from "../plan-facts.ts";
import { tellUnknown } from "./tell-unknown.ts";

type Keys = FilePlace["keys"];

/**
 * KS505 for an ID that is given twice or that a retired task had, for a task that serves no feature
 * of the plan, and for an entry that says what another one of its list says.
 */
export function checkIds({ features, tasks, dag, waves }: PlanFacts): readonly ArtifactFault[] {
  const ids = new Set(features.features.map(({ id }) => id));
  const retired = new Set(tasks.meta.retired);
  const rolling = waves.execution_models.rolling_frontier;
  const link = ({ from, to, type }: { from: string; to: string; type: string }) =>
    `${from} → ${to} (${type})`;
  return [
    ...findTwice("features.json", ["features"], features.features, ({ id }) => id, "id"),
    ...findTwice("tasks.json", ["tasks"], tasks.tasks, ({ id }) => id, "id"),
    ...findTwice("tasks.json", ["meta", "groups"], tasks.meta.groups, ({ id }) => id, "id"),
    ...tasks.tasks.flatMap(({ subtasks }, index) =>
      findTwice("tasks.json", ["tasks", index, "subtasks"], subtasks, ({ id }) => id, "id"),
    ),
    ...tasks.tasks.flatMap(({ inferred }, index) =>
      findTwice(
        "tasks.json",
        ["tasks", index, "inferred"],
        inferred,
        ({ field }) => field,
        "field",
      ),
    ),
    ...findTwice(
      "tasks.json",
      ["dependencies"],
      tasks.dependencies,
      (one) => `${link(one)} ${one.shared_resource ?? ""}`,
    ),
    ...findTwice("dag.json", ["softDeps"], dag.softDeps, link),
    ...findTwice("dag.json", ["lowConfidenceDeps"], dag.lowConfidenceDeps, link),
    ...findTwice("dag.json", ["reduced_edges_sample"], dag.reduced_edges_sample, (edge) =>
      edge.join(" → "),
    ),
    ...findTwice("dag.json", ["parallel_groups"], dag.parallel_groups, ({ tasks }) =>
      tasks.join(", "),
    ),
    ...findTwice(
      "dag.json",
      ["resource_bottlenecks"],
      dag.resource_bottlenecks,
      ({ resource }) => resource,
    ),
    ...findTwice(
      "waves.json",
      ["execution_models", "rolling_frontier", "critical_resource_contentions"],
      rolling?.critical_resource_contentions,
      ({ resource }) => resource,
    ),
    ...tellUnknown(
      "feature",
      tasks.tasks.flatMap(({ feature_id: name }, index) =>
        ids.has(name)
          ? []
          : [
              {
                name,
                place: { file: "tasks.json", keys: ["tasks", index, "feature_id"] },
                rests: [],
              },
            ],
      ),
    ),
    ...tasks.tasks.flatMap(({ id }, index) =>
      retired.has(id)
        ? [
            tell(
              { file: "tasks.json", keys: ["tasks", index, "id"] },
              `'${id}' is the ID of a retired task; give another`,
              [],
            ),
          ]
        : [],
    ),
    ...[dag.errors, dag.warnings].flatMap((findings, at) =>
      findTwice("dag.json", [at === 0 ? "errors" : "warnings"], findings, (one) =>
        typeof one === "string"
          ? one
          : `${one.code} ${one.path}:${one.line}:${one.column} ${one.message}`,
      ),
    ),
    ...findTwice(
      "tasks.json",
      ["meta", "autonormalization", "proposed"],
      tasks.meta.autonormalization?.proposed,
      ({ kind, tasks }) => `${kind} ${tasks.join(", ")}`,
    ),
    ...findTwice("tasks.json", ["meta", "unresolved"], tasks.meta.unresolved, toStatement),
    ...findTwice("tasks.json", ["meta", "explicit_none"], tasks.meta.explicit_none, toStatement),
  ];
}

function toStatement(said: {
  readonly path: string;
  readonly line: number;
  readonly owner?: string | null | undefined;
  readonly text: string;
}): string {
  return `${said.path}:${said.line} ${said.owner ?? ""} ${said.text}`;
}

function findTwice<Item>(
  file: string,
  keys: Keys,
  items: readonly Item[] | undefined,
  toId: (item: Item) => string,
  key?: string,
): readonly ArtifactFault[] {
  const seen = new Set<string>();
  return (items ?? []).flatMap((item, index) => {
    const id = toId(item);
    const isTwice = seen.has(id);
    seen.add(id);
    if (!isTwice) return [];
    const at = { file, keys: [...keys, index, ...(key === undefined ? [] : [key])] };
    const what =
      key === "id"
        ? `ID '${id}' is given twice; give each its own`
        : `'${id}' stands there twice; take it out`;
    const isTask = file === "tasks.json" && keys[0] === "tasks" && keys.length === 1;
    const rests = [
      { file, keys },
      ...(isTask ? [grounds.tasks, { file, keys: ["tasks", index, "id"] }] : []),
    ];
    return [tell(at, what, rests)];
  });
}

function tell(at: FilePlace, message: string, rests: readonly FilePlace[]): ArtifactFault {
  return { code: "KS505", severity: "error", ...at, message, rests };
}
