import { findCycles } from "../graph/find-cycles.ts";
import { nameGraph } from "../graph/name-graph.ts";
import type { Resource } from "../model/config.ts";
import type { TaskId } from "../model/ids.ts";
import type {
  Dag,
  DeadlockCheck,
  ResourceConflict,
  Task,
  TemporalConstraint,
} from "../model/plan.ts";

/** What a plan's freedom from deadlock depends on. */
export interface DeadlockGrounds {
  readonly tasks: readonly Task[];
  readonly dag: Dag;
  readonly resources: readonly Resource[];
  readonly conflicts: readonly ResourceConflict[];
  readonly constraints: readonly TemporalConstraint[];
}

/**
 * Judges from the plan itself, never from boxes that someone ticked, whether its tasks could wait for each
 * other for ever: by order, by locks and order together, by locks taken one after the other, or for units
 * that do not exist. What the product's own calls and locks do cannot be told from a plan.
 */
export function judgeDeadlocks(grounds: DeadlockGrounds): readonly DeadlockCheck[] {
  return [
    judgeOrder(grounds),
    judgeTurns(grounds),
    judgeHolding(grounds),
    judgeCapacity(grounds),
    judgeProduct(grounds),
  ];
}

function judgeOrder({ dag }: DeadlockGrounds): DeadlockCheck {
  const [cycle] = dag.cycles;
  return {
    question: "No tasks wait for each other in a circle",
    verdict: cycle === undefined ? "yes" : "no",
    reason:
      cycle === undefined
        ? `${dag.edges.length} dependencies, none of them closes a circle`
        : `${[...cycle, ...cycle.slice(0, 1)].join(" → ")}; ${dag.cycles.length} such in all`,
    tasks: cycle ?? [],
  };
}

/** Taking turns at locks in the suggested order, on top of what the graph asks. */
function judgeTurns({ tasks, dag, conflicts }: DeadlockGrounds): DeadlockCheck {
  const question = "Waiting for a lock and waiting for a task never form a circle";
  if (dag.cycles.length > 0) {
    return { question, verdict: "no", reason: "the tasks already wait in a circle", tasks: [] };
  }
  const turns = conflicts.flatMap(({ suggestedOrder }) =>
    suggestedOrder.slice(1).flatMap((to, place) => {
      const from = suggestedOrder[place];
      return from === undefined ? [] : [[from, to] as const];
    }),
  );
  const order = tasks.map(({ id }) => id);
  const edges = dag.edges.map(({ from, to }) => [from, to] as const);
  const [cycle] = findCycles(nameGraph(order, [...edges, ...turns]));
  const circle = cycle?.flatMap((place) => order.slice(place, place + 1)) ?? [];
  return {
    question,
    verdict: cycle === undefined ? "yes" : "no",
    reason:
      cycle === undefined
        ? `${conflicts.length} locks are contended; their turns and the dependencies together close no circle`
        : [...circle, ...circle.slice(0, 1)].join(" → "),
    tasks: circle,
  };
}

function judgeHolding({ tasks, resources }: DeadlockGrounds): DeadlockCheck {
  const exclusive = new Set(resources.filter(({ capacity }) => capacity === 1).map(({ id }) => id));
  const greedy = tasks.filter(
    ({ needs }) => needs.filter(({ resource }) => exclusive.has(resource)).length > 1,
  );
  return {
    question: "No task holds one lock while it waits for another",
    verdict: "yes",
    reason:
      greedy.length === 0
        ? "no task needs more than one lock"
        : `${greedy.length} tasks need several locks; all of a task's locks are granted together or not at all`,
    tasks: greedy.map(({ id }) => id),
  };
}

function judgeCapacity({ tasks, resources }: DeadlockGrounds): DeadlockCheck {
  const capacities = new Map(resources.map(({ id, capacity }) => [id, capacity]));
  const stuck = tasks.filter(({ needs }) =>
    needs.some(({ resource, units }) => units > (capacities.get(resource) ?? 0)),
  );
  return {
    question: "No task waits for more of a resource than there is",
    verdict: stuck.length === 0 ? "yes" : "no",
    reason:
      stuck.length === 0
        ? "every need fits the capacity of its resource"
        : `${listIds(stuck)} could never start`,
    tasks: stuck.map(({ id }) => id),
  };
}

function judgeProduct({ constraints }: DeadlockGrounds): DeadlockCheck {
  const rows = constraints.filter(({ effect }) => effect === "check");
  return {
    question: "No calls or locks of the product wait for each other",
    verdict: "not judged",
    reason:
      rows.length === 0
        ? "nothing is said about them"
        : `${rows.length} rows speak of the product; each is to be checked on the tasks named for it`,
    tasks: [],
  };
}

function listIds(tasks: readonly Task[]): string {
  const ids: readonly TaskId[] = tasks.map(({ id }) => id);
  return ids.length > 5
    ? `${ids.slice(0, 5).join(", ")} and ${ids.length - 5} more`
    : ids.join(", ");
}
