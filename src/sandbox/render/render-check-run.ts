import type { CheckRun } from "../state/check-records.ts";
import { listPulls } from "../state/pulls.ts";
import type { Repository } from "../state/records.ts";
import type { World } from "../state/world.ts";
import { renderApp } from "./render-app.ts";
import { repositoryPage, repositoryUrl } from "./repository-url.ts";
import { renderNodeId, renderOptionalTime, renderTime } from "./scalars.ts";

/** A check run with the open pull requests whose head it stands on. */
export function renderCheckRun(world: World, repository: Repository, run: CheckRun) {
  const url = `${repositoryUrl(world, repository)}/check-runs/${run.id}`;
  const page = `${repositoryPage(world, repository)}/runs/${run.id}`;
  return {
    id: run.id,
    node_id: renderNodeId("CR", run.id),
    name: run.name,
    head_sha: run.headSha,
    external_id: run.externalId ?? "",
    url,
    html_url: page,
    details_url: run.detailsUrl ?? page,
    status: run.status,
    conclusion: run.conclusion,
    started_at: renderTime(run.startedAt),
    completed_at: renderOptionalTime(run.completedAt),
    output: {
      title: run.title,
      summary: run.summary,
      text: run.text,
      annotations_count: run.annotations.length,
      annotations_url: `${url}/annotations`,
    },
    check_suite: { id: run.suiteId },
    app: renderApp(world, run.appId),
    pull_requests: renderPullsOfHead(world, repository, run.headSha),
  };
}

/** The open pull requests from this repository's own branches with that head, in few words. */
export function renderPullsOfHead(world: World, repository: Repository, headSha: string) {
  const side = { id: repository.id, url: repositoryUrl(world, repository), name: repository.name };
  return listPulls(repository)
    .filter(({ pull, state }) => state === "open" && pull.headSha === headSha)
    .filter(({ pull }) => pull.headRepository === repository)
    .map(({ pull, number }) => ({
      id: pull.id,
      number,
      url: `${side.url}/pulls/${number}`,
      head: { ref: pull.headBranch, sha: pull.headSha, repo: side },
      base: { ref: pull.baseBranch, sha: pull.baseSha, repo: side },
    }));
}
