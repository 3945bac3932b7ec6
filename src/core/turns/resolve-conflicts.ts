import { IntHeap } from "../graph/int-heap.ts";
import { layerGraph } from "../graph/layer-graph.ts";
import { measureTails } from "../graph/measure-tails.ts";
import { nameGraph } from "../graph/name-graph.ts";
import type { Resource } from "../model/config.ts";
import type { TaskId } from "../model/ids.ts";
import type { Dag, Dependency, ResourceConflict, ResourceNeed, Task } from "../model/plan.ts";

/** Who gets in whose way, and the dependencies that say so. */
export interface ResolvedConflicts {
  readonly conflicts: readonly ResourceConflict[];
  /** For each conflict the chain along its suggested order; contention, never precedence. */
  readonly dependencies: readonly Dependency[];
}

/**
 * Suggests an order for the tasks that cannot all have a resource at once: that
 * in which the schedule begins them. Where there is none, as each could start
 * at the earliest, and of those that could, the one with the longest path still
 * behind it; document order breaks ties. Neither runs against the graph.
 *
 * @param begins All tasks, first to last; empty or left out before they are scheduled.
 */
export function resolveConflicts(
  tasks: readonly Task[],
  resources: readonly Resource[],
  dag: Dag,
  begins: readonly TaskId[] = [],
): ResolvedConflicts {
  const arrange = begins.length > 0 ? followBegins(begins) : followGraph(tasks, dag);
  const rule =
    begins.length > 0
      ? "in the order in which the schedule begins them"
      : "first what can start first, then what most waits for";
  const conflicts: ResourceConflict[] = [];
  const dependencies: Dependency[] = [];
  for (const resource of resources) {
    const holders = tasks.flatMap((task, index) => {
      const need = task.needs.find((one) => one.resource === resource.id);
      return need === undefined ? [] : [{ task, need, index }];
    });
    const units = holders.reduce((sum, { need }) => sum + need.units, 0);
    if (holders.length < 2 || units <= resource.capacity) continue;
    const inOrder = arrange(holders);
    conflicts.push(toConflict(resource, holders, inOrder, rule));
    dependencies.push(...toChain(resource, inOrder));
  }
  return { conflicts, dependencies };
}

interface Holder {
  readonly task: Task;
  readonly need: ResourceNeed;
  /** Place of the task in the plan. */
  readonly index: number;
}

/** Of a task, by its place: the layer it stands in, and the length of the path that starts with it. */
interface Urgency {
  readonly layers: Int32Array;
  readonly tails: Float64Array;
}

type Arrange = (holders: readonly Holder[]) => readonly Holder[];

function followBegins(begins: readonly TaskId[]): Arrange {
  const turns = new Map(begins.map((id, turn) => [id, turn]));
  const readTurn = ({ task }: Holder) => turns.get(task.id) ?? begins.length;
  return (holders) => holders.toSorted((a, b) => readTurn(a) - readTurn(b) || a.index - b.index);
}

function followGraph(tasks: readonly Task[], dag: Dag): Arrange {
  const urgency = measureUrgency(tasks, dag);
  return (holders) => suggestOrder(holders, urgency);
}

function measureUrgency(tasks: readonly Task[], dag: Dag): Urgency {
  const graph = nameGraph(
    tasks.map(({ id }) => id),
    dag.reduced,
  );
  const { order, layerOf } = layerGraph(graph);
  const tails = measureTails(graph, order, new Float64Array(tasks.length).fill(1));
  return { layers: layerOf, tails };
}

/** One holder a step: of those whose layer has come, the most urgent. */
function suggestOrder(holders: readonly Holder[], { layers, tails }: Urgency): readonly Holder[] {
  const readTail = ({ index }: Holder) => tails[index] ?? 0;
  const ranked = holders.toSorted((a, b) => readTail(b) - readTail(a) || a.index - b.index);
  const arrivals = ranked
    .map(({ index }, rank) => ({ rank, layer: layers[index] ?? 0 }))
    .sort((a, b) => a.layer - b.layer);
  const able = new IntHeap();
  const order: Holder[] = [];
  let step = 0;
  for (const { rank, layer } of arrivals) {
    for (; step < layer && able.size > 0; step++) takeMostUrgent();
    step = layer;
    able.push(rank);
  }
  while (able.size > 0) takeMostUrgent();
  return order;

  function takeMostUrgent(): void {
    const rank = able.pop() ?? 0;
    order.push(...ranked.slice(rank, rank + 1));
  }
}

function toConflict(
  resource: Resource,
  holders: readonly Holder[],
  inOrder: readonly Holder[],
  rule: string,
): ResourceConflict {
  const follows = inOrder.map(({ task }) => task.id);
  const limit =
    resource.type === "exclusive"
      ? "one at a time"
      : `at most ${resource.capacity} units at a time`;
  return {
    resource: resource.id,
    tasks: holders.map(({ task }) => task.id),
    suggestedOrder: follows,
    rationale: `${resource.reason}; ${limit}, ${rule}`,
  };
}

function toChain(resource: Resource, inOrder: readonly Holder[]): readonly Dependency[] {
  const isExclusive = resource.type === "exclusive";
  return inOrder.slice(1).map(({ task: to, need }, index) => {
    const { task: from, need: earlier } = inOrder[index] ?? { task: to, need };
    const isStated = need.origin !== "inferred" && earlier.origin !== "inferred";
    return {
      from: from.id,
      to: to.id,
      type: isExclusive ? "mutual_exclusion" : "resource_limited",
      reason: `both need ${resource.id}: ${from.id} ${earlier.reason}; ${to.id} ${need.reason}`,
      evidence: [...from.evidence.slice(0, 1), ...to.evidence.slice(0, 1)],
      confidence: Math.min(need.confidence, earlier.confidence),
      isHard: true,
      origin: isStated ? "stated" : "inferred",
      sharedResource: resource.id,
    };
  });
}
