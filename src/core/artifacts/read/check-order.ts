import type { ArtifactFault, ArtifactSet } from "./artifact-set.ts";
import { hasCycle } from "./has-cycle.ts";
import { listGraphEdges } from "./list-graph-edges.ts";

/**
 * KS517 where `topo_order` leaves a task out, names one twice or puts one before what it waits
 * for; KS518 where a reduced edge is none of the graph's; KS519 where the initial frontier has a
 * task that waits for an unfinished one. Nothing for a graph with a cycle: it has no order.
 */
export function checkOrder(set: ArtifactSet): readonly ArtifactFault[] {
  const { tasks, dag } = set;
  const edges = listGraphEdges(tasks);
  const ids = [...new Set(tasks.tasks.map(({ id }) => id))];
  if (hasCycle(tasks)) return [];
  return [...checkTopoOrder(ids, edges, dag.topo_order), ...checkReduction(), ...checkFrontier()];

  function checkReduction(): readonly ArtifactFault[] {
    const known = new Set(edges.map(([from, to]) => `${from} ${to}`));
    return dag.reduced_edges_sample.flatMap(([from, to], index): ArtifactFault[] => {
      if (known.has(`${from} ${to}`)) return [];
      const message = `${from} → ${to} is a reduced edge, but tasks.json has no such dependency in the graph; take it out`;
      const keys = ["reduced_edges_sample", index];
      return [{ code: "KS518", severity: "error", file: "dag.json", keys, message }];
    });
  }

  function checkFrontier(): readonly ArtifactFault[] {
    const frontier = set.waves.execution_models.rolling_frontier?.initial_frontier ?? [];
    const done = new Set(
      tasks.tasks.filter(({ source }) => source?.state === "done").map(({ id }) => id),
    );
    const waits = new Map(
      edges.filter(([from]) => !done.has(from)).map(([from, to]) => [to, from] as const),
    );
    return frontier.flatMap((id, index): ArtifactFault[] => {
      const before = waits.get(id);
      if (before === undefined) return [];
      const message = `${id} cannot be in the initial frontier: it waits for ${before}; take it out`;
      const keys = ["execution_models", "rolling_frontier", "initial_frontier", index];
      return [{ code: "KS519", severity: "error", file: "waves.json", keys, message }];
    });
  }
}

function checkTopoOrder(
  ids: readonly string[],
  edges: readonly (readonly [string, string])[],
  order: readonly string[],
): readonly ArtifactFault[] {
  const places = new Map(order.map((id, index) => [id, index]));
  const missing = ids.filter((id) => !places.has(id));
  const late = edges.find(
    ([from, to]) => (places.get(from) ?? -1) > (places.get(to) ?? order.length),
  );
  if (missing.length > 0) return tell(undefined, `it leaves out ${missing[0]}`);
  if (places.size < order.length) {
    const twice = order.findIndex((id, index) => places.get(id) !== index);
    return tell(twice, `it names ${order[twice]} twice`);
  }
  if (late === undefined) return [];
  return tell(places.get(late[1]), `${late[1]} waits for ${late[0]}, which comes after it`);
}

function tell(index: number | undefined, what: string): readonly ArtifactFault[] {
  const message = `topo_order is no order of the graph: ${what}; run 'tasks plan' again`;
  const keys = index === undefined ? ["topo_order"] : ["topo_order", index];
  return [{ code: "KS517", severity: "error", file: "dag.json", keys, message }];
}
