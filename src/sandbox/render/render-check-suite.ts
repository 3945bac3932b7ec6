import { readCommit } from "../git/read-object.ts";
import type { CheckRun, CheckSuite } from "../state/check-records.ts";
import { listCheckRuns } from "../state/check-runs.ts";
import type { Repository } from "../state/records.ts";
import type { World } from "../state/world.ts";
import { renderApp } from "./render-app.ts";
import { renderPullsOfHead } from "./render-check-run.ts";
import { renderRepository } from "./render-repository.ts";
import { repositoryUrl } from "./repository-url.ts";
import { renderNodeId, renderTime } from "./scalars.ts";

/** A check suite, as far along as the latest of its runs. */
export function renderCheckSuite(world: World, repository: Repository, suite: CheckSuite) {
  const url = `${repositoryUrl(world, repository)}/check-suites/${suite.id}`;
  const { tree, message, author, committer } = readCommit(repository.git, suite.headSha);
  const runs = listCheckRuns(world, repository).filter((run) => run.suiteId === suite.id);
  const latest = [...new Map(runs.map((run) => [run.name, run])).values()];
  return {
    id: suite.id,
    node_id: renderNodeId("CS", suite.id),
    head_branch: suite.headBranch,
    head_sha: suite.headSha,
    ...combineRuns(latest),
    url,
    before: suite.before,
    after: suite.headSha,
    pull_requests: renderPullsOfHead(world, repository, suite.headSha),
    app: renderApp(world, suite.appId),
    repository: renderRepository(world, repository),
    created_at: renderTime(suite.createdAt),
    updated_at: renderTime(suite.createdAt),
    head_commit: {
      id: suite.headSha,
      tree_id: tree,
      message,
      timestamp: renderTime(committer.at),
      author: { name: author.name, email: author.email },
      committer: { name: committer.name, email: committer.email },
    },
    latest_check_runs_count: latest.length,
    check_runs_url: `${url}/check-runs`,
  };
}

function combineRuns(runs: readonly CheckRun[]) {
  if (runs.length === 0) return { status: "queued", conclusion: null };
  if (runs.some(({ status }) => status !== "completed")) {
    return { status: "in_progress", conclusion: null };
  }
  const failed = runs.find(({ conclusion }) => conclusion !== "success");
  return { status: "completed", conclusion: failed?.conclusion ?? "success" };
}
