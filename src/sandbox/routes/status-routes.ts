import { resolveCommit } from "../git/read-object.ts";
import { cutPage } from "../http/paginate.ts";
import type { RepositoryCall, RepositoryRoutes } from "../http/route.ts";
import { invalidField, notFound, Refusal } from "../refusal.ts";
import { renderRepository } from "../render/render-repository.ts";
import { renderUser } from "../render/render-user.ts";
import { repositoryUrl } from "../render/repository-url.ts";
import { renderNodeId, renderTime } from "../render/scalars.ts";
import type { CommitStatus } from "../state/check-records.ts";
import { getSender } from "./sender.ts";

interface SentStatus {
  readonly state: CommitStatus["state"];
  readonly context?: string;
  readonly description?: string | null;
  readonly target_url?: string | null;
}

/** Longest description of a status, in characters. */
const MAX_DESCRIPTION = 140;

/** Source: https://docs.github.com/en/rest/commits/statuses */
export const statusRoutes: RepositoryRoutes = {
  "repos/create-commit-status": (call) => {
    const { world, repository, parameters } = call;
    const sent = call.body as SentStatus;
    const commit = repository.git.objects.get(parameters.sha ?? "");
    if (commit?.type !== "commit") {
      throw new Refusal(422, `No commit found for SHA: ${parameters.sha}`);
    }
    const { description = null, context = "default", target_url: targetUrl = null } = sent;
    if ((description ?? "").length > MAX_DESCRIPTION) {
      const reason = `description is too long (maximum is ${MAX_DESCRIPTION} characters)`;
      throw invalidField("Status", "description", "custom", reason);
    }
    const status: CommitStatus = {
      ...{
        id: world.nextId(),
        sha: commit.sha,
        state: sent.state,
        context,
        description,
        targetUrl,
      },
      ...{ creator: getSender(call).sender, createdAt: world.now() },
    };
    repository.statuses.push(status);
    const body = { ...renderStatus(call, status), creator: renderUser(world, status.creator) };
    return { status: 201, body };
  },
  "repos/get-combined-status-for-ref": (call) => {
    const { world, repository } = call;
    const commit = resolveCommit(repository.git, call.parameters.ref ?? "");
    if (commit === undefined) throw notFound();
    const latest = selectLatest(call, commit.sha);
    const { page, headers } = cutPage(call, latest);
    const url = `${repositoryUrl(world, repository)}/commits/${commit.sha}`;
    const body = {
      state: combine(latest),
      statuses: page.map((status) => renderStatus(call, status)),
      sha: commit.sha,
      total_count: latest.length,
      repository: renderRepository(world, repository),
      commit_url: url,
      url: `${url}/status`,
    };
    return { status: 200, headers, body };
  },
};

/** The last status of each context. */
function selectLatest({ repository }: RepositoryCall, sha: string): CommitStatus[] {
  const own = repository.statuses.filter((status) => status.sha === sha);
  return [...new Map(own.map((status) => [status.context, status])).values()];
}

function combine(statuses: readonly CommitStatus[]): string {
  const states = statuses.map((status) => status.state);
  if (states.includes("failure") || states.includes("error")) return "failure";
  return states.length === 0 || states.includes("pending") ? "pending" : "success";
}

function renderStatus({ world, repository }: RepositoryCall, status: CommitStatus) {
  return {
    id: status.id,
    node_id: renderNodeId("SC", status.id),
    url: `${repositoryUrl(world, repository)}/statuses/${status.sha}`,
    avatar_url: `${world.origin}/avatars/u/${status.creator.id}`,
    state: status.state,
    context: status.context,
    description: status.description,
    target_url: status.targetUrl,
    created_at: renderTime(status.createdAt),
    updated_at: renderTime(status.createdAt),
  };
}
