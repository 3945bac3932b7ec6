import type { ArtifactFault } from "../artifact-set.ts";
import { grounds } from "../grounds.ts";
import type { PlanFacts } from "../plan-facts.ts";

const mend = "correct it, or run 'tasks plan' again";

/**
 * KS517 where `topo_order` leaves a task out, names one twice or puts one before what it waits
 * for. Nothing for a graph with a cycle, which has no order; nor for a plan of ours that is not ok
 * and has none.
 */
export function checkOrder({ edges, hasCycle, dag, tasks }: PlanFacts): readonly ArtifactFault[] {
  const order = dag.topo_order;
  if (hasCycle) return [];
  const places = new Map(order.map((id, index) => [id, index]));
  const late = edges.flatMap(([from, to]) => {
    const [before, after] = [places.get(from), places.get(to)];
    return before !== undefined && after !== undefined && before > after
      ? [[from, to] as const]
      : [];
  });
  const [wrong] = late;
  const twice = order.findIndex((id, index) => places.get(id) !== index);
  return [
    ...tasks.tasks.flatMap(({ id }, index) =>
      places.has(id)
        ? []
        : [tell([], `it leaves out ${id}`, [{ file: "tasks.json", keys: ["tasks", index, "id"] }])],
    ),
    ...(twice < 0 ? [] : [tell([twice], `it names ${order[twice]} twice`, [])]),
    ...(wrong === undefined
      ? []
      : [
          tell(
            [places.get(wrong[1]) ?? 0],
            `${wrong[1]} waits for ${wrong[0]}, which comes after it`,
            [grounds.links],
          ),
        ]),
  ];
}

function tell(
  at: readonly number[],
  what: string,
  rests: NonNullable<ArtifactFault["rests"]>,
): ArtifactFault {
  const message = `topo_order is no order of the graph: ${what}; ${mend}`;
  const order = { file: "dag.json", keys: ["topo_order"] };
  return {
    ...{ code: "KS517", severity: "error", file: "dag.json", message },
    keys: [...order.keys, ...at],
    rests: [order, ...rests],
  };
}
