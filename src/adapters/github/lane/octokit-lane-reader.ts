import type { ObservedGate } from "../../../core/model/observed-lane.ts";
import type { LaneReader } from "../../../flows/lane-ports.ts";
import type { BranchFiles } from "../../../flows/ports.ts";
import { octokitPlanBranch } from "../branch/octokit-plan-branch.ts";
import { octokitSourceReader } from "../octokit-source-reader.ts";
import type { RepoName } from "../repo-name.ts";
import type { Requester } from "../requester.ts";
import type { AppIdentity } from "./app/app-identity.ts";
import { findLiveComment } from "./find-live-comment.ts";
import { readNewestRun } from "./gate/read-newest-run.ts";
import { toObservedGate } from "./gate/to-observed-gate.ts";
import { proveReadable } from "./prove-readable.ts";
import { octokitPullReader } from "./pulls/octokit-pull-reader.ts";
import { readIssues } from "./read-issues.ts";

/**
 * Reads what a pass looks at through the Octokit of an installation, one request after the other.
 * It lives for one pass. Every list is complete, or the read fails.
 */
export function octokitLaneReader(
  octokit: Requester,
  repoName: RepoName,
  { appId, login }: AppIdentity,
): LaneReader {
  const source = octokitSourceReader(octokit, repoName);
  let defaultBranch: Promise<string> | undefined;
  return {
    ...octokitPullReader(octokit, repoName),
    readDefaultBranch,
    readPlanFiles,
    readFile: async (path) => source.readFile(path, await readDefaultBranch()),
    readIssues: (nodeIds) => readIssues(octokit, repoName, nodeIds),
    readGates,
    readLiveComment: (issueNumber, firstLine) =>
      findLiveComment(octokit, repoName, { issueNumber, login, firstLine }),
  };

  function readDefaultBranch(): Promise<string> {
    defaultBranch ??= source.readRepository().then((facts) => facts.defaultBranch);
    return defaultBranch;
  }

  async function readPlanFiles(): Promise<BranchFiles> {
    const branch = octokitPlanBranch(octokit, repoName);
    const found = await branch.readFiles("plans", [
      "record.json",
      "tasks.json",
      "coordinator.json",
    ]);
    if (found.head !== undefined) return found;
    await proveReadable(octokit, repoName, await readDefaultBranch());
    return found;
  }

  async function readGates(
    headShas: readonly string[],
  ): Promise<ReadonlyMap<string, ObservedGate>> {
    const gates = new Map<string, ObservedGate>();
    for (const sha of headShas) {
      const run = await readNewestRun(octokit, repoName, appId, sha);
      if (run) gates.set(sha, toObservedGate(run));
    }
    return gates;
  }
}
