import { closeTransitively } from "../../../graph/close-transitively.ts";
import { layerGraph } from "../../../graph/layer-graph.ts";
import { nameGraph } from "../../../graph/name-graph.ts";
import type { ArtifactFault, FilePlace } from "../artifact-set.ts";
import { grounds } from "../grounds.ts";
import { isContention } from "../is-contention.ts";
import { listNeeds } from "../list-needs.ts";
import type { PlanFacts } from "../plan-facts.ts";

/** Up to so many tasks who waits for whom at several removes is looked up. */
const maxClosed = 5000;

/**
 * KS525 where what `resource_conflicts` says of a resource does not hold: it names a task that does
 * not need the resource, or leaves one out; its suggested order has other tasks or runs against the
 * graph; nothing keeps two neighbours of that order apart, neither a lock nor the graph; or a lock
 * ends at a task that does not need the resource.
 */
export function checkConflicts(facts: PlanFacts): readonly ArtifactFault[] {
  const { tasks, taskOf, isOwn } = facts;
  const users = listUsers(facts);
  const comesBefore = readOrder(facts);
  const locks = new Set(
    tasks.dependencies
      .filter(isContention)
      .map(({ from, to, shared_resource: name }) => `${name ?? ""} ${from} ${to}`),
  );
  const isLocked = (name: string, one: string, other: string) =>
    [name, ""].some(
      (of) => locks.has(`${of} ${one} ${other}`) || locks.has(`${of} ${other} ${one}`),
    );
  return [
    ...Object.entries(tasks.resource_conflicts).flatMap(([name, conflict]) => {
      const { tasks: members, suggested_order: order } = conflict;
      const own = users.get(name);
      const listed = new Set(members);
      const at = (key: string) => ({ file: "tasks.json", keys: ["resource_conflicts", name, key] });
      const strange =
        own === undefined ? [] : members.filter((id) => !own.has(id) && taskOf.has(id));
      const forgotten = isOwn ? [...(own ?? [])].filter((id) => !listed.has(id)) : [];
      return [
        ...strange.map((id) => tell(name, at("tasks"), `${id} does not need ${name}; take it out`)),
        ...forgotten.map((id) => tell(name, at("tasks"), `${id} needs ${name} too; put it in`)),
        ...(order === undefined ? [] : checkTurns(name, members, order)),
        ...(isOwn && conflict.resolution !== toResolution(name)
          ? [
              tell(
                name,
                at("resolution"),
                `${name} is settled by '${conflict.resolution}', not by '${toResolution(name)}'; correct it`,
              ),
            ]
          : []),
      ];
    }),
    ...tasks.dependencies.flatMap((link, index) => {
      const { shared_resource: name } = link;
      const own = name === undefined ? undefined : users.get(name);
      if (name === undefined || own === undefined) return [];
      const place = { file: "tasks.json", keys: ["dependencies", index, "shared_resource"] };
      return [link.from, link.to].flatMap((id) =>
        own.has(id) || !taskOf.has(id)
          ? []
          : [
              tell(
                name,
                place,
                `${link.from} and ${link.to} are kept apart over ${name}, which ${id} does not need; take it out`,
                [grounds.links],
              ),
            ],
      );
    }),
    ...(isOwn ? findUnsettled() : []),
  ];

  function checkTurns(
    name: string,
    members: readonly string[],
    order: readonly string[],
  ): readonly ArtifactFault[] {
    const place = { file: "tasks.json", keys: ["resource_conflicts", name, "suggested_order"] };
    const lists = [
      place,
      { file: "tasks.json", keys: ["resource_conflicts", name, "tasks"] },
      grounds.links,
    ];
    const inOrder = new Set(order);
    const listed = new Set(members);
    const isExclusive =
      tasks.resource_conflicts[name]?.resolution === "sequential_ordering" || isOwn;
    return [
      ...members
        .filter((id) => !inOrder.has(id))
        .map((id) => tell(name, place, `the suggested order leaves out ${id}; put it in`, lists)),
      ...order
        .filter((id) => !listed.has(id) && taskOf.has(id))
        .map((id) =>
          tell(
            name,
            place,
            `the suggested order has ${id}, which the conflict does not name; take it out`,
            lists,
          ),
        ),
      ...order.slice(1).flatMap((to, index) => {
        const from = order[index] ?? to;
        if (!taskOf.has(from) || !taskOf.has(to) || from === to) return [];
        if (comesBefore(to, from))
          return [
            tell(
              name,
              place,
              `${from} has its turn before ${to}, which it waits for; correct the order`,
              lists,
            ),
          ];
        const isApart = isLocked(name, from, to) || (!isOwn && comesBefore(from, to));
        return isExclusive && !isApart
          ? [
              tell(
                name,
                place,
                `nothing keeps ${from} and ${to} apart, which follow each other; add a mutual_exclusion dependency`,
                lists,
              ),
            ]
          : [];
      }),
    ];
  }

  function toResolution(name: string): string {
    const known = tasks.meta.codebase_analysis?.shared_resources?.[name];
    return known?.type === "shared_limited" ? "capacity_planning" : "sequential_ordering";
  }

  /** Resources of which tasks need more than there is, and that nothing settles; of exclusive ones KS523 tells. */
  function findUnsettled(): readonly ArtifactFault[] {
    const known = tasks.meta.codebase_analysis?.shared_resources ?? {};
    return Object.entries(known).flatMap(([name, { type, capacity = 1 }]) => {
      const units = tasks.tasks
        .flatMap(listNeeds)
        .reduce((sum, [one, count]) => (one === name ? sum + count : sum), 0);
      const isOpen =
        type === "shared_limited" &&
        units > capacity &&
        tasks.resource_conflicts[name] === undefined;
      const place = { file: "tasks.json", keys: ["resource_conflicts"] };
      return isOpen && (users.get(name)?.size ?? 0) > 1
        ? [
            tell(
              name,
              place,
              `tasks need ${units} of ${name} and there are ${capacity}, and no entry settles their turns; add it`,
            ),
          ]
        : [];
    });
  }
}

/** Tasks by the resource that they need. */
function listUsers({ tasks }: PlanFacts): ReadonlyMap<string, ReadonlySet<string>> {
  const users = new Map<string, Set<string>>();
  for (const task of tasks.tasks) {
    for (const [name] of listNeeds(task))
      users.set(name, (users.get(name) ?? new Set()).add(task.id));
  }
  return users;
}

/** Whether one task comes before another by the graph; in very big plans, directly. */
function readOrder({ ids, edges, hasCycle }: PlanFacts): (from: string, to: string) => boolean {
  const direct = new Set(edges.map((edge) => edge.join(" ")));
  if (hasCycle || ids.length > maxClosed) return (from, to) => direct.has(`${from} ${to}`);
  const graph = nameGraph(ids, edges);
  const { words, rows } = closeTransitively(graph, layerGraph(graph).order);
  const placeOf = new Map(ids.map((id, place) => [id, place]));
  return (from, to) => {
    const [a, b] = [placeOf.get(from), placeOf.get(to)];
    if (a === undefined || b === undefined) return false;
    return (((rows[a * words + (b >> 5)] ?? 0) >>> (b & 31)) & 1) === 1;
  };
}

function tell(
  name: string,
  place: FilePlace,
  message: string,
  rests: readonly FilePlace[] = [],
): ArtifactFault {
  const resource = {
    file: "tasks.json",
    keys: ["meta", "codebase_analysis", "shared_resources", name],
  };
  return {
    ...{ code: "KS525", severity: "error", ...place, message },
    rests: [
      grounds.tasks,
      resource,
      { file: "tasks.json", keys: ["resource_conflicts", name] },
      ...rests,
    ],
  };
}
