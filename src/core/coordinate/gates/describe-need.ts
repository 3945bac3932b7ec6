import type { Hold } from "../../model/hold.ts";
import { isSameHolder } from "../situation/is-same-holder.ts";
import { orderWaiters } from "../situation/order-waiters.ts";
import type { ScopedNeed, ScopedResource, TaskSituation } from "../situation/situation.ts";
import { toResourceKey } from "../situation/to-resource-key.ts";

/** Why something waits, for people. */
export interface NeedDescription {
  /** One line. */
  readonly title: string;
  /** Markdown: holders since when, and the line of those who wait. */
  readonly summary: string;
}

/** Says who holds a resource, since when, and who waits for it in which order. */
export function describeNeed(
  need: ScopedNeed,
  tasks: readonly TaskSituation[],
  holds: readonly Hold[],
): NeedDescription {
  const holders = listHolders(need, holds);
  const rows = holders.map((hold) => {
    const note = hold.state === "held" ? "" : " (being given back)";
    return `- held by ${nameHolder(hold, tasks)} since ${toMinute(hold.grantedAt)}${note}`;
  });
  const waiters = listWaiters(need, tasks, holds).map(
    ({ issue }, index) => `${index + 1}. #${issue?.number}`,
  );
  const [first] = holders;
  const title = first
    ? `Waits for ${need.resource}, held by ${nameHolder(first, tasks)}`
    : `Waits for its turn on ${need.resource}`;
  const line = waiters.length === 0 ? [] : ["", "Waiting, in this order:", "", ...waiters];
  const head = `\`${need.resource}\` is for ${need.capacity} at a time.`;
  return { title, summary: [head, "", ...rows, ...line].join("\n") };
}

/** The holds of a resource, by unit. */
export function listHolders(
  resource: Pick<ScopedResource, "scope" | "resource">,
  holds: readonly Hold[],
): readonly Hold[] {
  const key = toResourceKey(resource);
  return holds.filter((hold) => toResourceKey(hold) === key).toSorted((a, b) => a.unit - b.unit);
}

/** Tasks that wait for a resource and hold none of it, first to last. */
export function listWaiters(
  resource: Pick<ScopedResource, "scope" | "resource">,
  tasks: readonly TaskSituation[],
  holds: readonly Hold[],
): readonly TaskSituation[] {
  const key = toResourceKey(resource);
  const holders = listHolders(resource, holds);
  return orderWaiters(
    tasks.filter(
      ({ mayHold, needs, holder }) =>
        mayHold &&
        needs.some((need) => toResourceKey(need) === key) &&
        !holders.some((hold) => isSameHolder(hold.holder, holder)),
    ),
  );
}

/** `#12` where the holder is a task of this lane, else its repository and task. */
export function nameHolder({ holder }: Hold, tasks: readonly TaskSituation[]): string {
  const own = tasks.find((task) => isSameHolder(task.holder, holder));
  if (own?.issue) return `#${own.issue.number}`;
  return own ? `${own.task.ownId ?? own.task.id}` : `${holder.taskId} of ${holder.repository}`;
}

/** `2026-11-20 07:15 UTC`. */
export function toMinute(epochMs: number): string {
  return `${new Date(epochMs).toISOString().slice(0, 16).replace("T", " ")} UTC`;
}
