import { readCoordinatedPlans } from "../../src/core/artifacts/read-coordinated-plans.ts";
import type { History } from "./history.ts";

/**
 * What must be so once nothing happens any more: nothing may land while the settings are broken;
 * once they are mended, labels tell the truth, there is one live comment,
 * what was merged past a shut gate was noticed, and a fresh process that looks again decides
 * nothing and writes nothing.
 */
export async function judgeEnd(history: History): Promise<readonly string[]> {
  return [
    ...(await judgeBlindness(history)),
    ...judgeLabels(history),
    ...judgeComments(history),
    ...judgeBypasses(history),
    ...(await judgeFreshLook(history)),
  ];
}

async function judgeBlindness(history: History): Promise<readonly string[]> {
  const { forge, people } = history;
  const isBroken = forge.configText !== undefined;
  if (!isBroken && forge.planFiles.size > 0) return [];
  const mergeable = [...forge.world.pulls.keys()].filter((number) => forge.isMergeable(number));
  const open = isBroken ? mergeable : [];
  people.restorePlan();
  await history.settle();
  return open.map((number) => `#${number} may land though the settings cannot be read`);
}

function judgeLabels({ forge }: History): readonly string[] {
  const plans = readCoordinatedPlans(forge.planFiles);
  const numbers = plans.flatMap(({ tasks }) => tasks.flatMap(({ issue }) => issue?.number ?? []));
  return numbers.flatMap((number) => {
    const { state, labels, blockedBy } = forge.issue(number);
    const worn = labels.filter((label) => label.startsWith("state:"));
    const isBlocked = blockedBy.some((other) => forge.issue(other).stateReason !== "completed");
    const isTrue =
      state === "closed"
        ? worn.length === 0
        : worn.length === 1 && (!isBlocked || worn[0] === "state:blocked");
    return isTrue ? [] : [`${state} #${number} wears ${worn} in the end`];
  });
}

function judgeComments({ forge }: History): readonly string[] {
  return [...forge.world.comments]
    .filter(([, comments]) => comments.length > 1)
    .map(([number]) => `#${number} has several live comments`);
}

function judgeBypasses({ forge, ledger }: History): readonly string[] {
  const unnoticed = forge.bypassed.filter((number) => {
    const { sha, files } = forge.head(number);
    const isShared = files?.some((path) => path.includes("/migrations/")) ?? true;
    const isOpen = forge.gate(sha)?.verdict === "success";
    return isShared && !isOpen && !ledger.accounted.has(number);
  });
  return unnoticed.map((number) => `#${number} was merged past its gate, and nobody noticed`);
}

async function judgeFreshLook(history: History): Promise<readonly string[]> {
  const before = history.forge.writes.length;
  await history.hear("once");
  await history.pass();
  const { lastSeq: _, wakeAt: __, ...decided } = history.last ?? { lastSeq: 0, wakeAt: 0 };
  const changes = Object.entries(decided).filter(
    ([, list]) => Array.isArray(list) && list.length > 0,
  );
  const writes = history.forge.writes.slice(before);
  return [
    ...changes.map(([part, list]) => `in the end ${part} are decided: ${JSON.stringify(list)}`),
    ...writes.map((write) => `in the end is written: ${write}`),
  ];
}
