import type { Label, Observation, ObservedIssue } from "../../../core/model/issue.ts";
import type { IssueRef } from "../../../core/model/record.ts";
import { askGraphql } from "../ask-graphql.ts";
import { type Connection, listWhole } from "../list-whole.ts";
import type { RepoName } from "../repo-name.ts";
import type { Requester } from "../requester.ts";
import type { QueryFault } from "../to-query-error.ts";
import { type IssueNode, issueFields, nodeToObserved } from "./issue-node.ts";
import type { NodeIds } from "./node-ids.ts";

interface LabelNode extends Omit<Label, "description"> {
  readonly id: string;
  readonly description: string | null;
}

interface Answer {
  readonly repository: { readonly id: string; readonly labels?: Connection<LabelNode> | null };
  readonly nodes: readonly Node[];
  readonly more: readonly Node[];
}

/** Of a node that is no issue nothing but the type. */
type Node = IssueNode | { readonly id?: undefined } | null;

/** GitHub takes a hundred IDs a list; ten more let a plan of a thousand tasks come with its tracking issue and groups. */
const [listSize, pageSize] = [100, 110];

/** It names some 35,000 nodes; GitHub allows 500,000. */
const toQuery = (hasTypes: boolean) => `
  query ($owner: String!, $repo: String!, $ids: [ID!]!, $more: [ID!]!, $after: String, $withLabels: Boolean!) {
    repository(owner: $owner, name: $repo) {
      id
      labels(first: 100, after: $after) @include(if: $withLabels) {
        nodes { id name color description }
        pageInfo { hasNextPage endCursor }
      }
    }
    nodes(ids: $ids) { ...issue }
    more: nodes(ids: $more) { ...issue }
  }
  fragment issue on Issue { ${issueFields} ${hasTypes ? "issueType { name }" : ""} }`;

/**
 * Reads issues by node ID, a hundred and ten a request, and the labels with them. An issue that is gone, was
 * moved to another repository or is no issue any more is missing.
 *
 * @throws {GitHubError} if anything else cannot be read whole.
 * Source: https://docs.github.com/en/graphql/reference/objects#issue
 */
export async function observeNodes(
  octokit: Requester,
  { owner, repo }: RepoName,
  refs: readonly IssueRef[],
  { ids, hasTypes, isWithLabels }: ObserveOptions,
): Promise<Observation> {
  const issues: ObservedIssue[] = [];
  const labels: Label[] = [];
  let after: string | null | undefined = isWithLabels ? null : undefined;
  for (let start = 0; start < refs.length || after !== undefined; start += pageSize) {
    const wanted = refs.slice(start, start + pageSize).map(({ nodeId }) => nodeId);
    const { repository, nodes, more }: Answer = await askGraphql<Answer>(octokit, {
      what: `read ${wanted.length} issues of ${owner}/${repo}`,
      needs: "issues: read",
      query: toQuery(hasTypes),
      variables: {
        ...{ owner, repo, ids: wanted.slice(0, listSize), more: wanted.slice(listSize) },
        ...{ after: after ?? null, withLabels: after !== undefined },
      },
      isBearable,
    });
    for (const node of [...nodes, ...more]) {
      if (node?.id === undefined || node.repository.id !== repository.id) continue;
      issues.push(nodeToObserved(node));
    }
    const page = listWhole("the labels", {
      ...{ nodes: [], ...repository.labels },
      pageInfo: { hasNextPage: false },
    });
    ids.keep(repository.id, page);
    labels.push(...page.map(toLabel));
    after = nextCursor(repository.labels);
  }
  return { issues, labels, hasFamilies: true };
}

/** What else an observation is told. */
export interface ObserveOptions {
  /** Learns the node IDs of repository and labels by the way. */
  readonly ids: NodeIds;
  /** This GitHub's GraphQL knows of issue types. */
  readonly hasTypes: boolean;
  /** The labels are read too. */
  readonly isWithLabels: boolean;
}

/** A node that is not there, and a blocker that may not be seen. */
function isBearable({ type, path = [] }: QueryFault): boolean {
  const isNode = (path[0] === "nodes" || path[0] === "more") && path.length === 2;
  return (type === "NOT_FOUND" && isNode) || (type === "FORBIDDEN" && path[2] === "blockedBy");
}

function toLabel({ name, color, description }: LabelNode): Label {
  return { name, color, description: description ?? "" };
}

function nextCursor(page: Connection<LabelNode> | null | undefined): string | undefined {
  return page?.pageInfo.hasNextPage ? (page.pageInfo.endCursor ?? undefined) : undefined;
}
