import type { Task } from "../../model/plan.ts";
import { countOf } from "../../text/count-of.ts";
import { listNames } from "../../text/list-names.ts";
import { roundHours } from "../round-hours.ts";
import type { Filled } from "./inference.ts";
import type { TaskFacts } from "./task-facts.ts";

/** From this share of the simulated runs on a task is critical. */
const leastCriticality = 0.5;
/** So many tasks that wait for one make its delay a risk. */
const manyWaiting = 5;

/** What can go wrong with a task as far as the plan shows: turns, delays and files that others change too. */
export function inferRisks(
  { needs }: Task,
  { hours, criticality, next, rivals, fileRivals }: TaskFacts,
): Filled<readonly string[]> | undefined {
  const [first] = needs;
  const span = `${roundHours(hours.optimistic)} to ${roundHours(hours.pessimistic)} h`;
  const value = [
    ...(first !== undefined && rivals.length > 0
      ? [
          `It may wait for its turn on ${first.resource}: ${listNames(rivals)} ${rivals.length === 1 ? "needs" : "need"} it too`,
        ]
      : []),
    ...(criticality !== undefined && criticality >= leastCriticality
      ? [
          `A delay delays the plan: its end hangs on this task in ${Math.round(100 * criticality)}% of the simulated runs, and it takes ${span}`,
        ]
      : []),
    ...(next.length >= manyWaiting ? [`${countOf(next.length, "task")} wait for it`] : []),
    ...(fileRivals.length > 0
      ? [
          `${listNames(fileRivals)} ${fileRivals.length === 1 ? "changes" : "change"} files of it too`,
        ]
      : []),
  ];
  if (value.length === 0) return undefined;
  const reason = "computed from the plan; the spec names no risk of it";
  return { value, inferred: [{ field: "risks", confidence: 0.7, reason }] };
}
