import type { IssueStanding, ObservedWork } from "../../../core/model/observed-lane.ts";
import { askGraphql } from "../ask-graphql.ts";
import { type Connection, listWhole } from "../list-whole.ts";
import type { RepoName } from "../repo-name.ts";
import type { Requester } from "../requester.ts";
import type { QueryFault } from "../to-query-error.ts";

interface StandingData {
  readonly id: string;
  readonly fullDatabaseId: string;
  readonly number: number;
  readonly state: "OPEN" | "CLOSED";
  readonly stateReason: "COMPLETED" | "NOT_PLANNED" | "DUPLICATE" | "REOPENED" | null;
  readonly repository: { readonly id: string; readonly nameWithOwner: string };
}

interface IssueData extends StandingData {
  readonly closedAt: string | null;
  readonly labels: Connection<{ readonly name: string }> | null;
  readonly assignees: Connection<{ readonly login: string }>;
  readonly blockedBy: Connection<StandingData>;
}

interface Answer {
  readonly repository: { readonly id: string };
  /** Of a node that is no issue nothing but the type. */
  readonly nodes: readonly (IssueData | { readonly id?: undefined } | null)[];
}

/** A page of it names some 30,000 nodes; GitHub allows 500,000. */
const pageSize = 100;

const query = `
  query ($owner: String!, $repo: String!, $ids: [ID!]!) {
    repository(owner: $owner, name: $repo, followRenames: false) { id }
    nodes(ids: $ids) {
      ... on Issue {
        ...standing
        closedAt
        labels(first: 100) { nodes { name } pageInfo { hasNextPage } }
        assignees(first: 100) { nodes { login } pageInfo { hasNextPage } }
        blockedBy(first: 100) { nodes { ...standing } pageInfo { hasNextPage } }
      }
    }
  }
  fragment standing on Issue {
    id fullDatabaseId number state stateReason(enableDuplicate: true)
    repository { id nameWithOwner }
  }`;

/**
 * Reads issues by node ID. One that is gone, was moved to another repository or is no issue any
 * more is missing. A blocker that the App may not see counts as open.
 *
 * @throws {GitHubError} if anything else cannot be read whole.
 * Source: https://docs.github.com/en/graphql/reference/objects#issue
 */
export async function readIssues(
  octokit: Requester,
  { owner, repo }: RepoName,
  nodeIds: readonly string[],
): Promise<ReadonlyMap<string, ObservedWork>> {
  const issues = new Map<string, ObservedWork>();
  for (let start = 0; start < nodeIds.length; start += pageSize) {
    const ids = nodeIds.slice(start, start + pageSize);
    const { repository, nodes } = await askGraphql<Answer>(octokit, {
      what: `read ${ids.length} issues of ${owner}/${repo}`,
      needs: "issues: read",
      query,
      variables: { owner, repo, ids },
      isBearable,
    });
    for (const [index, node] of nodes.entries()) {
      if (node?.id === undefined || node.repository.id !== repository.id) continue;
      issues.set(ids[index] ?? node.id, toWork(node));
    }
  }
  return issues;
}

/** A node that is not there, and a blocker that may not be seen. */
function isBearable({ type, path = [] }: QueryFault): boolean {
  const isNode = path[0] === "nodes" && path.length === 2;
  return (type === "NOT_FOUND" && isNode) || (type === "FORBIDDEN" && path[2] === "blockedBy");
}

function toWork(issue: IssueData): ObservedWork {
  const what = (list: string) => `the ${list} of #${issue.number}`;
  listWhole(what("blockers"), issue.blockedBy);
  return {
    ...toStanding(issue),
    closedAt: issue.closedAt === null ? undefined : Date.parse(issue.closedAt),
    labels: listWhole(what("labels"), issue.labels).map(({ name }) => name),
    assignees: listWhole(what("assignees"), issue.assignees).map(({ login }) => login),
    blockedBy: issue.blockedBy.nodes.map((blocker) => toBlocker(blocker, issue)),
  };
}

function toStanding(issue: StandingData): IssueStanding {
  return {
    nodeId: issue.id,
    number: issue.number,
    databaseId: Number(issue.fullDatabaseId),
    state: issue.state === "CLOSED" ? "closed" : "open",
    stateReason: issue.stateReason === null ? undefined : stateReasons[issue.stateReason],
  };
}

const stateReasons = {
  COMPLETED: "completed",
  NOT_PLANNED: "not_planned",
  DUPLICATE: "duplicate",
  REOPENED: "reopened",
} as const;

function toBlocker(blocker: StandingData | null, issue: IssueData): IssueStanding {
  if (blocker === null) return hiddenBlocker;
  if (blocker.repository.id === issue.repository.id) return toStanding(blocker);
  const elsewhere = `${blocker.repository.nameWithOwner}#${blocker.number}`;
  return { ...toStanding(blocker), elsewhere };
}

const hiddenBlocker: IssueStanding = {
  nodeId: "",
  number: 0,
  databaseId: 0,
  state: "open",
  stateReason: undefined,
  elsewhere: "an issue that the App may not read",
};
