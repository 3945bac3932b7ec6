import { paginate } from "../http/paginate.ts";
import type { Answer, RepositoryCall, RepositoryRoutes } from "../http/route.ts";
import { invalidField } from "../refusal.ts";
import { renderCommit } from "../render/render-commit.ts";
import { renderPull, renderPullFiles, renderSimplePull } from "../render/render-pull.ts";
import { retargetPull } from "../state/change-pull.ts";
import { editIssue } from "../state/issues.ts";
import { mergePull } from "../state/merge-pull.ts";
import { getPull, listPullCommits, openPull } from "../state/pulls.ts";
import type { PullRequest, Repository } from "../state/records.ts";
import { selectPulls } from "./select-pulls.ts";
import { getSender } from "./sender.ts";

interface SentPull {
  readonly title?: string;
  readonly body?: string | null;
  readonly head: string;
  readonly base?: string;
  readonly draft?: boolean;
  readonly state?: "open" | "closed";
}

interface SentMerge {
  readonly commit_title?: string;
  readonly commit_message?: string;
  readonly sha?: string;
  readonly merge_method?: "merge" | "squash" | "rebase";
}

/** Source: https://docs.github.com/en/rest/pulls/pulls */
export const pullRoutes: RepositoryRoutes = {
  "pulls/list": (call) =>
    paginate(call, selectPulls(call.repository, call.query), (issue) =>
      renderSimplePull(call.world, call.repository, issue),
    ),
  "pulls/create": createPull,
  "pulls/get": (call) => answerPull(call, 200, findPull(call)),
  "pulls/update": (call) => {
    const issue = findPull(call);
    const { title, body, state, base } = (call.body ?? {}) as SentPull;
    const place = { repository: call.repository, issue, sender: getSender(call).sender };
    if (base !== undefined) retargetPull(call.world, place, base);
    editIssue(call.world, place, { title, body, state });
    return answerPull(call, 200, issue);
  },
  "pulls/list-files": (call) => {
    const files = renderPullFiles(call.world, call.repository, findPull(call));
    return paginate(call, files, (file) => file);
  },
  "pulls/list-commits": (call) =>
    paginate(call, listPullCommits(call.repository, findPull(call)), (commit) =>
      renderCommit(call.world, call.repository, commit),
    ),
  "pulls/merge": mergeIt,
  "repos/list-pull-requests-associated-with-commit": (call) => {
    const sha = call.parameters.commit_sha ?? "";
    const pulls = selectPulls(call.repository, { state: "all" }).filter(
      (issue) =>
        issue.pull.mergeCommitSha === sha ||
        listPullCommits(call.repository, issue).some((commit) => commit.sha === sha),
    );
    return paginate(call, pulls, (issue) => renderSimplePull(call.world, call.repository, issue));
  },
};

function createPull(call: RepositoryCall): Answer {
  const { sender, appId } = getSender(call);
  const { title, body = null, head, base = "", draft = false } = call.body as SentPull;
  if (title === undefined) throw invalidField("PullRequest", "title", "missing_field");
  const issue = openPull(call.world, call.repository, {
    ...{ author: sender, appId, title, body, isDraft: draft, baseBranch: base },
    ...findHead(call, head),
  });
  return answerPull(call, 201, issue);
}

/** The head is `branch` of this repository or `owner:branch` of a fork with the same name. */
function findHead({ world, repository }: RepositoryCall, head: string) {
  const [owner, branch] = head.includes(":") ? head.split(":", 2) : [repository.owner.login, head];
  const fork: Repository | undefined = world.repositories.get(
    `${owner}/${repository.name}`.toLowerCase(),
  );
  if (fork === undefined || branch === undefined) {
    throw invalidField("PullRequest", "head", "invalid");
  }
  return { headRepository: fork, headBranch: branch };
}

function mergeIt(call: RepositoryCall): Answer {
  const issue = findPull(call);
  const sent = (call.body ?? {}) as SentMerge;
  const { merge_method: method = "merge", commit_title: title, commit_message: message } = sent;
  if (method === "rebase") throw new Error("does not play rebase merges");
  const place = { repository: call.repository, issue, sender: getSender(call).sender };
  const sha = mergePull(call.world, place, { method, title, message, sha: sent.sha });
  return { status: 200, body: { sha, merged: true, message: "Pull Request successfully merged" } };
}

function findPull({ repository, parameters }: RepositoryCall): PullRequest {
  return getPull(repository, Number(parameters.pull_number));
}

function answerPull(
  { world, repository }: RepositoryCall,
  status: number,
  issue: PullRequest,
): Answer {
  return { status, body: renderPull(world, repository, issue) };
}
