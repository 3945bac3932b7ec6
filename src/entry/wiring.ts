import { randomUUID } from "node:crypto";
import { octokitBoardStore } from "../adapters/github/board/octokit-board-store.ts";
import { octokitPlanBranch } from "../adapters/github/branch/octokit-plan-branch.ts";
import { buildOctokit, type OctokitOptions } from "../adapters/github/build-octokit.ts";
import { githubClock } from "../adapters/github/github-clock.ts";
import { nodeIds } from "../adapters/github/issues/node-ids.ts";
import { octokitFieldStore } from "../adapters/github/issues/octokit-field-store.ts";
import { octokitIssueReader } from "../adapters/github/issues/octokit-issue-reader.ts";
import { octokitIssueWriter } from "../adapters/github/issues/octokit-issue-writer.ts";
import { listOpenComments } from "../adapters/github/list-open-comments.ts";
import { octokitCommentStore } from "../adapters/github/octokit-comment-store.ts";
import { octokitSourceReader } from "../adapters/github/octokit-source-reader.ts";
import type { RepoName } from "../adapters/github/repo-name.ts";
import { octokitSpecWriter } from "../adapters/github/spec/octokit-spec-writer.ts";
import { waitOutLimits } from "../adapters/github/wait-out-limits.ts";
import { githubPace } from "../adapters/system/github-pace.ts";
import { hashText } from "../adapters/system/hash-text.ts";
import { noPace } from "../adapters/system/no-pace.ts";
import { systemClock } from "../adapters/system/system-clock.ts";
import type { RunName } from "../core/model/lease.ts";
import type { CompileTools } from "../flows/compile-spec.ts";
import type { StalePorts } from "../flows/mark-stale-comments.ts";
import type { ProposePorts } from "../flows/propose-plans.ts";
import type { WriteBackPorts } from "../flows/write-back.ts";
import { version } from "./version.ts";

/** Which GitHub to talk to, as whom, about which repository, and how fast. */
export interface WiringOptions {
  readonly auth: OctokitOptions["auth"];
  /** Address of the REST API; github.com's if left out. */
  readonly apiUrl: string | undefined;
  readonly repository: RepoName;
  /** `github` keeps github.com's secondary limits; `none` never waits. */
  readonly pace: "github" | "none";
  /** The most to wait on refusals in all, in milliseconds; half an hour if left out. */
  readonly patienceMs?: number | undefined;
  /** The workflow run that this is an attempt of, on a runner. */
  readonly workflow?: RunName["workflow"];
}

/** What compiling needs from outside. */
export const compileTools: CompileTools = {
  hash: hashText,
  // The rules are large: they are loaded with the first text.
  findSecrets: async (text) => {
    const { findSecrets } = await import("../adapters/secrets/find-secrets.ts");
    return findSecrets(text);
  },
  version,
};

/** The one place where ports meet adapters. */
export function buildPorts({
  auth,
  apiUrl,
  repository,
  pace,
  patienceMs,
  workflow,
}: WiringOptions): ProposePorts & WriteBackPorts & StalePorts {
  const octokit = buildOctokit({
    auth,
    version,
    ...(apiUrl !== undefined && { baseUrl: apiUrl }),
  });
  const paced = pace === "github" ? githubPace(systemClock, patienceMs) : noPace;
  waitOutLimits(octokit, paced);
  const ids = nodeIds(octokit, repository);
  return {
    source: octokitSourceReader(octokit, repository),
    issues: octokitIssueReader(octokit, repository, ids),
    writer: octokitIssueWriter(octokit, repository, ids),
    boards: octokitBoardStore(octokit, repository),
    fields: octokitFieldStore(octokit, repository),
    branch: octokitPlanBranch(octokit, repository),
    specs: octokitSpecWriter(octokit, repository),
    comments: octokitCommentStore(octokit, repository),
    listOpenComments: (base) => listOpenComments(octokit, repository, base),
    pace: paced,
    run: { id: randomUUID(), workflow, now: githubClock(octokit, systemClock.now) },
  };
}
