import { judgeLevel } from "../access/judge-level.ts";
import { findEntry, resolveCommit } from "../git/read-object.ts";
import { renderFullName, repositoryPage } from "../render/repository-url.ts";
import { renderNodeId, renderTime } from "../render/scalars.ts";
import { isPullRequest } from "../state/announce-issue.ts";
import { listPulls } from "../state/pulls.ts";
import type { Repository } from "../state/records.ts";
import { connect, type PageArguments } from "./connect.ts";
import { queryError } from "./query-error.ts";
import { filterIssues, type IssueFilters, type IssueOrder, orderIssues } from "./select-nodes.ts";
import { connectLabels } from "./view-issueish.ts";
import { viewMilestone } from "./view-milestone.ts";
import type { View, Views } from "./views.ts";

interface IssuesArguments extends PageArguments {
  readonly filterBy?: IssueFilters | null;
  readonly labels?: readonly string[] | null;
  readonly states?: readonly string[] | null;
  readonly orderBy?: IssueOrder | null;
}

interface PullsArguments extends Omit<IssuesArguments, "filterBy"> {
  readonly baseRefName?: string | null;
  readonly headRefName?: string | null;
}

/** A repository with what is in it. */
export function viewRepository(views: Views, repository: Repository): View {
  const level = judgeLevel(views.actor, repository);
  return {
    __typename: "Repository",
    id: renderNodeId("R", repository.id),
    databaseId: null, // beyond GraphQL's Int, as GitHub's newer ids are
    name: repository.name,
    nameWithOwner: renderFullName(repository),
    owner: views.user(repository.owner),
    url: repositoryPage(views.world, repository),
    isPrivate: repository.isPrivate,
    isArchived: repository.isArchived,
    isFork: repository.parent !== undefined,
    hasIssuesEnabled: repository.hasIssues,
    createdAt: renderTime(repository.createdAt),
    pushedAt: renderTime(repository.pushedAt),
    viewerPermission: level === "none" ? null : level.toUpperCase(),
    defaultBranchRef: () => views.ref(repository, `refs/heads/${repository.defaultBranch}`),
    ref: ({ qualifiedName }: { qualifiedName: string }) => views.ref(repository, qualifiedName),
    object: ({ expression, oid }: { expression?: string | null; oid?: string | null }) =>
      views.object(repository, oid ?? findExpression(repository, expression ?? "")),
    label: ({ name }: { name: string }) => {
      const label = repository.labels.get(name.toLowerCase());
      if (label === undefined) return null;
      return connectLabels(views, repository, [label], { first: 1 }).nodes()[0];
    },
    labels: (page: PageArguments) =>
      connectLabels(views, repository, [...repository.labels.values()], page),
    milestones: ({ states, ...page }: PageArguments & { states?: readonly string[] | null }) => {
      const all = [...repository.milestones.values()];
      const wanted = all.filter(
        ({ state }) => states == null || states.includes(state.toUpperCase()),
      );
      return connect("milestones", wanted, page, {
        key: ({ id }) => id,
        node: (milestone) => viewMilestone(views, repository, milestone),
      });
    },
    issue: ({ number }: { number: number }) => {
      const issue = repository.issues.get(number);
      if (issue === undefined || isPullRequest(issue)) throw notThere("an Issue", number);
      return views.issue({ issue, repository });
    },
    issues: ({ filterBy, labels, states, orderBy, ...page }: IssuesArguments) => {
      const issues = [...repository.issues.values()].filter((issue) => !isPullRequest(issue));
      const filtered = filterIssues(filterIssues(issues, filterBy ?? {}), { labels, states });
      return connect("issues", orderIssues(filtered, orderBy), page, {
        key: ({ id }) => id,
        node: (issue) => views.issue({ issue, repository }),
      });
    },
    pullRequest: ({ number }: { number: number }) => {
      const issue = repository.issues.get(number);
      if (issue === undefined || !isPullRequest(issue)) throw notThere("a PullRequest", number);
      return views.pull(repository, issue);
    },
    pullRequests: (wanted: PullsArguments) => connectPulls(views, repository, wanted),
  };
}

function connectPulls(views: Views, repository: Repository, wanted: PullsArguments) {
  const { labels, states, orderBy, baseRefName, headRefName, ...page } = wanted;
  const pulls = listPulls(repository).filter(
    ({ pull, state }) =>
      (states == null ||
        states.includes(pull.mergedAt === null ? state.toUpperCase() : "MERGED")) &&
      (baseRefName == null || pull.baseBranch === baseRefName) &&
      (headRefName == null || pull.headBranch === headRefName),
  );
  return connect("pullRequests", orderIssues(filterIssues(pulls, { labels }), orderBy), page, {
    key: ({ id }) => id,
    node: (issue) => views.pull(repository, issue),
  });
}

/** `revision` or `revision:path`. */
function findExpression({ git }: Repository, expression: string): string | undefined {
  const [revision = "", path] = expression.split(":", 2);
  const commit = resolveCommit(git, revision);
  return path === undefined || commit === undefined
    ? commit?.sha
    : findEntry(git, commit.tree, path)?.sha;
}

function notThere(what: string, number: number) {
  return queryError("NOT_FOUND", `Could not resolve to ${what} with the number of ${number}.`);
}
