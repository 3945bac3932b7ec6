import type { TaskId } from "../../model/ids.ts";
import type { TasksLayout } from "../../model/tasks-layout.ts";
import { groupBy } from "../../text/group-by.ts";
import { findChain } from "../find-chain.ts";
import { nameTasksInPage } from "./name-tasks-in-page.ts";
import type { TasksInput, TasksPage } from "./tasks-page.ts";

/** Looks up once what all sections of the document need. */
export function openTasksPage(input: TasksInput, layout: TasksLayout): TasksPage {
  const { plan } = input;
  const own = nameTasksInPage(plan);
  const places = new Map(plan.tasks.map(({ id }, place) => [id, place]));
  const placeOf = (id: TaskId) => places.get(id) ?? 0;
  const byEnd = [...groupBy(plan.dag.edges, ({ to }) => to)];
  const waitsFor = new Map(
    byEnd.map(([id, edges]) => [
      id,
      [...new Set(edges.map(({ from }) => from))].sort((a, b) => placeOf(a) - placeOf(b)),
    ]),
  );
  const nameOf = (id: TaskId) => {
    const name = own.get(id) ?? id;
    return /^\d/.test(name) ? `Task ${name}` : name;
  };
  return {
    ...input,
    layout,
    chain: findChain(plan, []) ?? { tasks: [], hours: 0 },
    nameOf,
    listOf: (ids) => ids.map(nameOf).join(", "),
    taskOf: new Map(plan.tasks.map((task) => [task.id, task])),
    statedOf: new Map(input.spec.tasks.map((task) => [task.ref, task])),
    waitsFor,
    softInto: groupBy(plan.dag.soft, ({ to }) => to),
    outsideOf: groupBy(plan.unresolved, ({ owner }) => owner),
  };
}
