import type { TaskId } from "../../model/ids.ts";
import type { Dag } from "../../model/plan.ts";
import { groupBy } from "../../text/group-by.ts";

/** Most steps along edges that are walked in all; then no more order is found, and tasks are kept apart without need. */
const mostSteps = 5_000_000;

/** Makes a judge of whether a graph without cycles puts given tasks in one order, each before the next. */
export function toChainJudge(dag: Dag): (tasks: readonly TaskId[]) => boolean {
  const place = new Map(dag.order.map((id, index) => [id, index]));
  const toPlace = (id: TaskId) => place.get(id) ?? 0;
  const followers = groupBy(dag.reduced, ([from]) => from);
  let steps = 0;
  return (tasks) => {
    const inOrder = tasks.toSorted((a, b) => toPlace(a) - toPlace(b));
    return inOrder.slice(1).every((to, index) => isBefore(inOrder[index] ?? to, to));
  };

  /** Walks from one task towards the other, never past its place in the order. */
  function isBefore(from: TaskId, to: TaskId): boolean {
    const seen = new Set([from]);
    const open = [from];
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      if (id === to) return true;
      for (const [, next] of followers.get(id) ?? []) {
        if (++steps > mostSteps) return false;
        if (seen.has(next) || toPlace(next) > toPlace(to)) continue;
        seen.add(next);
        open.push(next);
      }
    }
    return false;
  }
}
