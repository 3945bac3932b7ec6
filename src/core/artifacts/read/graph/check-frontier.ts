import type { ArtifactFault, FilePlace } from "../artifact-set.ts";
import { grounds } from "../grounds.ts";
import type { PlanFacts } from "../plan-facts.ts";

const queues = ["coordinator", "state_management", "frontier_management"];
const start = { file: "coordinator.json", keys: [...queues, "ready_queue"] };
const wait = { file: "coordinator.json", keys: [...queues, "resource_wait_queue"] };

/**
 * KS519 where frontier and queues do not fit the graph: a task that is done or waits for an
 * unfinished one, a task that waits for nothing and is left out, and one that stands in both queues
 * or in none. Queues that are both empty are of a plan that nobody works on yet. Nothing for a plan
 * that is not ok.
 */
export function checkFrontier(facts: PlanFacts): readonly ArtifactFault[] {
  const { dag, done, started, hasCycle, tasks, waves, coordinator, isOwn } = facts;
  const frontier = waves.execution_models.rolling_frontier?.initial_frontier;
  if (!dag.ok || hasCycle || frontier === undefined) return [];
  const open = facts.edges.filter(([from]) => !done.has(from));
  const waits = new Map(open.map(([from, to]) => [to, from]));
  const held = new Set(
    isOwn ? [] : tasks.dependencies.flatMap(({ from, to }) => (done.has(from) ? [] : [to])),
  );
  const management = coordinator.coordinator.state_management.frontier_management;
  const ready = management.ready_queue;
  const waiting = management.resource_wait_queue.map((item) =>
    typeof item === "string" ? item : item.task,
  );
  const queued = new Set([...ready, ...waiting]);
  const inFrontier = new Set(frontier);
  return [
    ...findWrong(frontier, grounds.frontier, "the initial frontier"),
    ...findWrong(ready, start, "the ready queue"),
    ...findWrong(waiting, wait, "the wait queue"),
    ...tasks.tasks.flatMap(({ id }, index) => {
      const mayStart = !waits.has(id) && !held.has(id) && !done.has(id) && !started.has(id);
      if (!mayStart || inFrontier.has(id) || facts.heldBack.has(id)) return [];
      const rests = [grounds.links, { file: "tasks.json", keys: ["tasks", index, "id"] }];
      return [
        tell(
          grounds.frontier,
          `${id} waits for nothing and is not in the initial frontier; put it in`,
          rests,
        ),
      ];
    }),
    ...(queued.size === 0 ? [] : [...compareQueues()]),
  ];

  function findWrong(
    ids: readonly string[],
    list: FilePlace,
    name: string,
  ): readonly ArtifactFault[] {
    return ids.flatMap((id, index) => {
      const at = { file: list.file, keys: [...list.keys, index] };
      const before = waits.get(id);
      const state = {
        file: "tasks.json",
        keys: ["tasks", tasks.tasks.findIndex((task) => task.id === id), "source"],
      };
      if (before !== undefined)
        return [
          tell(at, `${id} cannot be in ${name}: it waits for ${before}; take it out`, [
            list,
            grounds.links,
          ]),
        ];
      if (done.has(id))
        return [tell(at, `${id} cannot be in ${name}: it is done; take it out`, [list, state])];
      return [];
    });
  }

  function compareQueues(): readonly ArtifactFault[] {
    const both = ready.filter((id) => waiting.includes(id));
    const lost = (frontier ?? []).filter((id) => !queued.has(id) && facts.taskOf.has(id));
    const extra = [...queued].filter(
      (id) => !inFrontier.has(id) && facts.taskOf.has(id) && !waits.has(id) && !done.has(id),
    );
    const lists = [start, wait, grounds.frontier];
    return [
      ...both.map((id) =>
        tell(start, `${id} stands in the ready queue and in the wait queue; take it out of one`, [
          wait,
        ]),
      ),
      ...lost.map((id) =>
        tell(start, `${id} is in the initial frontier and in no queue; put it into one`, lists),
      ),
      ...extra.map((id) =>
        tell(start, `${id} stands in a queue and not in the initial frontier; take it out`, lists),
      ),
    ];
  }
}

function tell(place: FilePlace, message: string, rests: readonly FilePlace[]): ArtifactFault {
  return { code: "KS519", severity: "error", ...place, message, rests };
}
