import type {
  IssueStanding,
  ObservedPull,
  ObservedWork,
} from "../../src/core/model/observed-lane.ts";
import type { LaneReader } from "../../src/flows/lane-ports.ts";
import type { FakeForge } from "./fake-forge.ts";
import type { ForgeIssue, ForgePull, ForgeWorld } from "./forge-world.ts";

/**
 * Reads a fake forge as it is shown: late by its lag, but for comments (nobody remembers that one
 * was made, so one that is not listed yet would be made again). Node IDs are `I_<number>`.
 */
export function forgeReader(forge: FakeForge): LaneReader {
  const listPulls = () => [...forge.shown.pulls.values()].map(toObserved);
  return {
    readDefaultBranch: async () => "main",
    readPlanFiles: async () => ({
      head: forge.planFiles.size === 0 ? undefined : "b".repeat(40),
      files: forge.planFiles,
    }),
    readFile: async () => forge.configText,
    async readIssues(nodeIds) {
      const numbers = nodeIds.map((nodeId) => Number(nodeId.slice("I_".length)));
      const found = numbers.flatMap((number) => forge.shown.issues.get(number) ?? []);
      return new Map(found.map((issue) => [`I_${issue.number}`, toWork(issue, forge.shown)]));
    },
    listOpenPulls: async () => listPulls().filter(({ state }) => state === "open"),
    readPulls: async (numbers) => listPulls().filter(({ number }) => numbers.includes(number)),
    async listMergedPulls(since) {
      const second = Math.floor(since / 1_000) * 1_000; // GitHub tells whole seconds
      return listPulls().filter(({ mergedAt }) => mergedAt !== undefined && mergedAt >= second);
    },
    async readGates(headShas) {
      const pairs = headShas.flatMap((sha) => {
        const run = forge.shown.runs.get(sha)?.at(-1);
        return run ? [[sha, run] as const] : [];
      });
      return new Map(pairs);
    },
    async readLiveComment(issueNumber, firstLine) {
      const comments = forge.world.comments.get(issueNumber) ?? [];
      return comments.find(({ body }) => body.startsWith(`${firstLine}\n`));
    },
  };
}

function toWork(issue: ForgeIssue, world: ForgeWorld): ObservedWork {
  const { labels, assignees, closedAt } = issue;
  const blockedBy = issue.blockedBy.flatMap((number) => {
    const blocker = world.issues.get(number);
    return blocker ? [toStanding(blocker)] : [];
  });
  return { ...toStanding(issue), labels, assignees, closedAt, blockedBy };
}

function toStanding({ number, state, stateReason }: ForgeIssue): IssueStanding {
  return { nodeId: `I_${number}`, number, databaseId: 1000 + number, state, stateReason };
}

function toObserved({ heads, ...pull }: ForgePull): ObservedPull {
  const head = heads.at(-1);
  return { ...pull, headSha: head?.sha ?? "", files: head?.files };
}
