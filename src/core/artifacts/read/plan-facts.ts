import { layerGraph } from "../../graph/layer-graph.ts";
import { nameGraph } from "../../graph/name-graph.ts";
import type { TaskJson } from "../../model/artifact/task-json.ts";
import type { ArtifactSet } from "./artifact-set.ts";
import { listGraphEdges } from "./list-graph-edges.ts";

type Edge = readonly [from: string, to: string];

/** A plan's files, and what several checks want to know of them. */
export interface PlanFacts extends ArtifactSet {
  /** This version of ours wrote the plan, so that what we estimate can be estimated again. */
  readonly isOwn: boolean;
  /** Each once, as tasks.json has them. */
  readonly ids: readonly string[];
  readonly taskOf: ReadonlyMap<string, TaskJson>;
  /** The precedence graph of tasks.json: each pair once. */
  readonly edges: readonly Edge[];
  /** Tasks wait for each other in a circle, so that there is no order to hold anything against. */
  readonly hasCycle: boolean;
  /** Tasks whose box says that they are done, or under way. */
  readonly done: ReadonlySet<string>;
  readonly started: ReadonlySet<string>;
  /** Tasks that the spec itself calls blocked or put off. */
  readonly heldBack: ReadonlySet<string>;
}

/** Gathers what several checks want to know of a plan. */
export function gatherFacts(set: ArtifactSet, isOwn: boolean): PlanFacts {
  const taskOf = new Map(set.tasks.tasks.map((task) => [task.id, task]));
  const ids = [...taskOf.keys()];
  const edges = listGraphEdges(set.tasks);
  const graph = nameGraph(ids, edges);
  const inState = (state: string) =>
    new Set(set.tasks.tasks.flatMap(({ id, source }) => (source?.state === state ? [id] : [])));
  return {
    ...set,
    isOwn,
    ids,
    taskOf,
    edges,
    hasCycle: layerGraph(graph).order.length < graph.count,
    done: inState("done"),
    started: inState("in-progress"),
    heldBack: new Set([...inState("blocked"), ...inState("deferred")]),
  };
}
