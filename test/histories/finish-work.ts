import { readCoordinatedPlans } from "../../src/core/artifacts/read-coordinated-plans.ts";
import type { History } from "./history.ts";

/**
 * Lets people finish all that the plan asks for, whatever happened before: old pull requests are
 * closed, violations unlocked, links put back. Then whoever may start opens a pull request, and
 * whoever may merge does, until all is done. Finds it if work comes to a halt: a hold that leaked,
 * two that wait for each other, a gate that stays shut.
 */
export async function finishWork(history: History): Promise<readonly string[]> {
  const { forge } = history;
  clearUp(history);
  for (let isMoving = true; isMoving; ) {
    await history.settle();
    const before = forge.world;
    startAll(history);
    for (const { number } of forge.world.pulls.values()) {
      if (forge.isMergeable(number)) forge.merge(number);
    }
    isMoving = forge.world !== before;
  }
  const open = listIssues(history).filter(({ state }) => state === "open");
  const words = open.map(({ number, labels }) => `#${number} (${labels})`);
  return open.length === 0 ? history.ledger.faults : [`work comes to a halt: ${words}`];
}

function clearUp({ forge, people }: History): void {
  people.restorePlan();
  for (const { number, state } of forge.world.pulls.values()) {
    if (state === "open") forge.closePull(number);
    if (state === "merged") forge.labelPull(number, "keysteps:unlock");
  }
  for (const { tasks, links } of readCoordinatedPlans(forge.planFiles)) {
    const numbers = new Map(tasks.map(({ id, issue }) => [id, issue?.number ?? 0]));
    for (const [id, number] of numbers) {
      const blockedBy = links.filter(([, to]) => to === id).map(([from]) => numbers.get(from) ?? 0);
      forge.editIssue(number, { blockedBy });
      if (forge.issue(number).stateReason === "not_planned") forge.reopenIssue(number);
    }
  }
}

/** A pull request for each task that may start and has none. */
function startAll(history: History): void {
  const { forge } = history;
  const open = [...forge.world.pulls.values()].filter(({ state }) => state === "open");
  for (const { number, state, labels } of listIssues(history)) {
    const mayStart = labels.some((label) => /available|claimed|in-progress/.test(label));
    const isStarted = open.some(({ closes }) => closes.includes(number));
    if (state === "open" && mayStart && !isStarted) {
      const files = number % 3 === 0 ? ["db/migrations/005.sql"] : [`server/${number}.ts`];
      forge.openPull({ closes: [number], files });
    }
  }
}

function listIssues({ forge }: History) {
  return readCoordinatedPlans(forge.planFiles)
    .flatMap(({ tasks }) => tasks)
    .map(({ issue }) => forge.issue(issue?.number ?? 0));
}
