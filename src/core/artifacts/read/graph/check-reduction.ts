import { listEdges } from "../../../graph/list-edges.ts";
import { nameGraph } from "../../../graph/name-graph.ts";
import { transitiveReduction } from "../../../graph/transitive-reduction.ts";
import type { ArtifactFault } from "../artifact-set.ts";
import { grounds } from "../grounds.ts";
import type { PlanFacts } from "../plan-facts.ts";

/** Up to so many edges the sample of ours is the whole reduction. */
const sampleSize = 100;

const sample = { file: "dag.json", keys: ["reduced_edges_sample"] };

/**
 * KS518 where the sample of the transitive reduction has an edge that is none of the graph's, or one
 * that a longer way makes needless; or, in a plan of ours, where it lacks one. Nothing for a graph
 * with a cycle.
 */
export function checkReduction({
  ids,
  edges,
  hasCycle,
  dag,
  isOwn,
}: PlanFacts): readonly ArtifactFault[] {
  if (hasCycle) return [];
  const known = new Set(edges.map((edge) => edge.join(" ")));
  const reduction = listEdges(transitiveReduction(nameGraph(ids, edges))).map((edge) =>
    edge.map((place) => ids[place]).join(" "),
  );
  const needed = new Set(reduction);
  const wrong = dag.reduced_edges_sample.flatMap((edge, index) => {
    const key = edge.join(" ");
    const way = edge.join(" → ");
    if (!known.has(key))
      return [
        tell(
          [index],
          `${way} is a reduced edge, but tasks.json has no such dependency in the graph; take it out`,
        ),
      ];
    if (!needed.has(key))
      return [tell([index], `${way} is a reduced edge, but a longer way leads there; take it out`)];
    return [];
  });
  const listed = new Set(dag.reduced_edges_sample.map((edge) => edge.join(" ")));
  const missing =
    isOwn && reduction.length <= sampleSize ? reduction.filter((key) => !listed.has(key)) : [];
  return [
    ...wrong,
    ...missing.map((key) =>
      tell([], `The reduced edges leave out ${key.replace(" ", " → ")}; run 'tasks plan' again`),
    ),
  ];
}

function tell(at: readonly number[], message: string): ArtifactFault {
  const rests = [grounds.links, grounds.minConfidence, sample];
  return {
    code: "KS518",
    severity: "error",
    file: sample.file,
    keys: [...sample.keys, ...at],
    message,
    rests,
  };
}
