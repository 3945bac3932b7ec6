import type { ObservedPull } from "../../../../core/model/observed-lane.ts";
import type { LaneReader } from "../../../../flows/lane-ports.ts";
import { listWhole } from "../../list-whole.ts";
import type { RepoName } from "../../repo-name.ts";
import type { Requester } from "../../requester.ts";
import { listClosedIssues } from "./list-closed-issues.ts";
import { type PullPage, type PullSelection, pagePulls } from "./page-pulls.ts";
import type { PullData } from "./pull-data.ts";
import { readNumberedPulls } from "./read-numbered-pulls.ts";
import { readPullFiles } from "./read-pull-files.ts";
import { isUnlockLabel, readUnlockedAt } from "./read-unlocked-at.ts";

/** The part of a lane's reader that is about pull requests. */
export type PullReader = Pick<LaneReader, "listOpenPulls" | "readPulls" | "listMergedPulls">;

/** By age, which does not change: none slips from one page to another while they are read. */
const openPulls: PullSelection = {
  states: "OPEN",
  orderBy: { field: "CREATED_AT", direction: "ASC" },
};
const mergedPulls: PullSelection = {
  states: "MERGED",
  orderBy: { field: "UPDATED_AT", direction: "DESC" },
};
/** How many are asked for by number at once. */
const numbersAtOnce = 50;

/** Reads pull requests whole: with every file they touch and every issue they close. */
export function octokitPullReader(octokit: Requester, repoName: RepoName): PullReader {
  return { listOpenPulls, readPulls, listMergedPulls };

  async function listOpenPulls(): Promise<readonly ObservedPull[]> {
    const found: ObservedPull[] = [];
    for await (const page of pagePulls(octokit, repoName, openPulls)) {
      found.push(...(await complete(page)));
    }
    return found;
  }

  async function readPulls(numbers: readonly number[]): Promise<readonly ObservedPull[]> {
    const found: ObservedPull[] = [];
    for (let start = 0; start < numbers.length; start += numbersAtOnce) {
      const some = numbers.slice(start, start + numbersAtOnce);
      found.push(...(await complete(await readNumberedPulls(octokit, repoName, some))));
    }
    return found;
  }

  /**
   * One that changes while they are read goes to the front and may be missed: after more than one
   * page those that changed meanwhile are read again.
   */
  async function listMergedPulls(sinceMs: number): Promise<readonly ObservedPull[]> {
    const since = Math.floor(sinceMs / 1_000) * 1_000; // GitHub tells whole seconds
    const seen = new Map<number, PullData>();
    const found = new Map<number, ObservedPull>();
    let from = since;
    let isQuick = false;
    while (!isQuick) {
      const pages = await readChangedSince(from, seen);
      for (const page of pages) {
        const merged = page.pulls.filter((pull) => Date.parse(pull.mergedAt ?? "") >= since);
        for (const pull of await complete({ ...page, pulls: merged })) found.set(pull.number, pull);
      }
      from = Math.max(from, ...(pages[0]?.pulls ?? []).map(changedAt));
      isQuick = pages.length === 1;
    }
    return [...found.values()];
  }

  async function readChangedSince(
    since: number,
    seen: Map<number, PullData>,
  ): Promise<readonly PullPage[]> {
    const pages: PullPage[] = [];
    for await (const page of pagePulls(octokit, repoName, mergedPulls)) {
      pages.push(page);
      const { pulls } = page;
      const isNew = (pull: PullData) => seen.get(pull.number)?.updatedAt !== pull.updatedAt;
      const isLast = pulls.some((pull) => changedAt(pull) < since) || !pulls.some(isNew);
      for (const pull of pulls) seen.set(pull.number, pull);
      if (isLast) break;
    }
    return pages;
  }

  async function complete({ repositoryId, pulls }: PullPage): Promise<readonly ObservedPull[]> {
    const found: ObservedPull[] = [];
    for (const pull of pulls) {
      found.push({
        number: pull.number,
        headSha: pull.headRefOid,
        state: states[pull.state],
        mergedAt: pull.mergedAt === null ? undefined : Date.parse(pull.mergedAt),
        baseBranch: pull.baseRefName,
        closes: await listClosedIssues(octokit, repoName, repositoryId, pull),
        files: await readPullFiles(octokit, repoName, pull),
        unlockedAt: isUnlocked(pull)
          ? await readUnlockedAt(octokit, repoName, pull.number)
          : undefined,
      });
    }
    return found;
  }
}

function isUnlocked({ number, labels }: PullData): boolean {
  return listWhole(`the labels of #${number}`, labels).some(({ name }) => isUnlockLabel(name));
}

function changedAt({ updatedAt }: PullData): number {
  return Date.parse(updatedAt);
}

const states = { OPEN: "open", CLOSED: "closed", MERGED: "merged" } as const;
