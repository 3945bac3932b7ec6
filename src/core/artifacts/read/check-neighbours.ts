import { nameGraph } from "../../graph/name-graph.ts";
import { reverseGraph } from "../../graph/reverse-graph.ts";
import { transitiveReduction } from "../../graph/transitive-reduction.ts";
import type { ArtifactFault, FilePlace } from "./artifact-set.ts";
import { grounds } from "./grounds.ts";
import type { PlanFacts } from "./plan-facts.ts";

/** Most neighbours that a task lists. */
const mostListed = 10;

/**
 * KS506 where the plan disagrees on who runs beside whom: a group of `parallel_groups` whose tasks do
 * not wait for just what it says; in a plan of ours also `parallel_with` that is not the rest of the
 * task's group, and a lock that `avoid_concurrent_with` of both ends does not name.
 */
export function checkNeighbours(facts: PlanFacts): readonly ArtifactFault[] {
  return [
    ...checkGroups(facts),
    ...(facts.isOwn ? [...checkBesides(facts), ...checkRivals(facts)] : []),
  ];
}

function checkGroups({ dag, ids, edges, hasCycle }: PlanFacts): readonly ArtifactFault[] {
  if (hasCycle || dag.parallel_groups === undefined) return [];
  const whole = nameGraph(ids, edges);
  const [all, least] = [whole, transitiveReduction(whole)].map(reverseGraph);
  const places = new Map(ids.map((id, place) => [id, place]));
  const listBefore = (graph: typeof all, id: string) => {
    const place = places.get(id);
    if (graph === undefined || place === undefined) return undefined;
    return [...graph.targets.subarray(graph.starts[place], graph.starts[place + 1])]
      .map((one) => ids[one] ?? "")
      .sort()
      .join(", ");
  };
  return dag.parallel_groups.flatMap(({ after, tasks }, index) => {
    const stated = after.toSorted().join(", ");
    const group = { file: "dag.json", keys: ["parallel_groups", index] };
    return tasks.flatMap((id, at) => {
      const before = listBefore(least, id);
      if (before === undefined || before === stated || listBefore(all, id) === stated) return [];
      const what = `${id} stands in a group that waits for ${stated || "nothing"}, and waits for ${before || "nothing"}`;
      return [
        tell({ file: group.file, keys: [...group.keys, "tasks", at] }, what, [
          group,
          grounds.links,
        ]),
      ];
    });
  });
}

function checkBesides({ dag, tasks }: PlanFacts): readonly ArtifactFault[] {
  const groups = dag.parallel_groups ?? [];
  const groupOf = new Map(
    groups.flatMap((group, index) => group.tasks.map((id) => [id, { group, index }] as const)),
  );
  return tasks.tasks.flatMap(({ id, parallel_with: stated = [] }, index) => {
    const found = groupOf.get(id);
    const others = [...new Set(found?.group.tasks)]
      .filter((other) => other !== id)
      .slice(0, mostListed);
    if (others.join() === stated.join()) return [];
    const place = { file: "tasks.json", keys: ["tasks", index, "parallel_with"] };
    const what = `${id} can run beside ${stated.join(", ") || "none"} here and beside ${others.join(", ") || "none"} by parallel_groups`;
    const list = { file: "dag.json", keys: ["parallel_groups"] };
    return [
      tell(place, what, [
        list,
        ...(found ? [{ file: "dag.json", keys: ["parallel_groups", found.index] }] : []),
      ]),
    ];
  });
}

function checkRivals({ tasks }: PlanFacts): readonly ArtifactFault[] {
  const rivals = new Map(
    tasks.tasks.map(({ id, scheduling_hints: hints }) => [
      id,
      new Set(hints?.avoid_concurrent_with),
    ]),
  );
  const indexOf = new Map(tasks.tasks.map(({ id }, index) => [id, index]));
  const place = (id: string) => ({
    file: "tasks.json",
    keys: ["tasks", indexOf.get(id) ?? 0, "scheduling_hints", "avoid_concurrent_with"],
  });
  const lacks = (one: string, other: string) =>
    rivals.has(other) && rivals.get(one)?.has(other) === false;
  const locks = tasks.dependencies.filter(({ type }) => type === "mutual_exclusion");
  const pairs = new Set([
    ...locks.flatMap(({ from, to }) => [`${from} ${to}`, `${to} ${from}`]),
    ...[...rivals].flatMap(([one, others]) => [...others].map((other) => `${other} ${one}`)),
  ]);
  return [...pairs].flatMap((pair) => {
    const [one = "", other = ""] = pair.split(" ");
    if (!lacks(one, other)) return [];
    return [
      tell(place(one), `${one} must not run beside ${other}, and does not name it`, [
        place(other),
        grounds.links,
      ]),
    ];
  });
}

function tell(place: FilePlace, what: string, rests: readonly FilePlace[]): ArtifactFault {
  const message = `${what}; correct one of them, or run 'tasks plan' again`;
  return { code: "KS506", severity: "error", ...place, message, rests };
}
