import type { CoordinatedPlan } from "../../model/coordinated-plan.ts";
import type { ResourceId } from "../../model/ids.ts";
import type { TaskState } from "../../model/task-state.ts";
import { cutText } from "../../text/cut-text.ts";
import { escapeMarkdown } from "../../text/escape-markdown.ts";
import { groupBy } from "../../text/group-by.ts";
import { hasBegun } from "../situation/has-begun.ts";
import { orderWaiters } from "../situation/order-waiters.ts";
import type { LimitNeed, TaskSituation } from "../situation/situation.ts";

/** A task that takes units of a limit, or waits for them. */
interface Use extends LimitNeed {
  readonly number: number | undefined;
  readonly isWaiting: boolean;
}

const mostRows = 20;
const mostNames = 20;
const maxLetters = 80;

/**
 * A table of what keeps tasks of a plan from beginning beside resources: slots, machines, people, and
 * tasks kept apart. A row where too little is left for one of those that wait; nothing where there is
 * none.
 *
 * @param own The plan's tasks.
 */
export function renderLimits(
  plan: CoordinatedPlan,
  own: readonly TaskSituation[],
  states: ReadonlyMap<string, TaskState>,
): readonly string[] {
  const limit = "max_concurrent_tasks" as ResourceId;
  const slot: LimitNeed = { limit, capacity: plan.maxConcurrentTasks, units: 1 };
  const frontier = orderWaiters(own.filter(({ mayHold }) => mayHold));
  const uses = frontier.flatMap((task) => {
    const number = task.issue?.number;
    const isReady = states.get(task.key) === "ready";
    const isWaiting = isReady && !hasBegun(task); // one under way takes its units all the same
    return [
      { ...slot, number, isWaiting: isReady },
      ...task.limits.map((need): Use => ({ ...need, number, isWaiting })),
    ];
  });
  const rows = [...groupBy(uses, (use) => use.limit).values()].flatMap(renderLimit);
  if (rows.length === 0) return [];
  const more = rows.length - mostRows;
  return [
    "",
    "| room | taken | waiting, in this order |",
    "|---|---|---|",
    ...rows.slice(0, mostRows),
    ...(more > 0 ? ["", `${more} more have too little left.`] : []),
  ];
}

function renderLimit(uses: readonly Use[]): readonly string[] {
  const [{ limit, capacity } = { limit: "", capacity: 0 }] = uses;
  const waiting = uses.filter(({ isWaiting }) => isWaiting);
  const takers = uses.filter(({ isWaiting }) => !isWaiting);
  const taken = takers.reduce((sum, { units }) => sum + units, 0);
  if (waiting.every(({ units }) => units <= capacity - taken)) return [];
  const by = takers.length === 0 ? "" : ` by ${nameSome(takers)}`;
  const name = escapeMarkdown(cutText(limit, maxLetters));
  return [`| ${name} | ${taken} of ${capacity}${by} | ${nameSome(waiting)} |`];
}

function nameSome(uses: readonly Use[]): string {
  const names = uses.slice(0, mostNames).map(({ number }) => `#${number}`);
  const more = uses.length - names.length;
  return `${names.join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}
