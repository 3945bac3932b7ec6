import { GitHubError } from "../../../core/errors.ts";
import type { IssueFields } from "../../../core/model/issue.ts";
import type { CreatedIssue, IssueWriter } from "../../../flows/ports.ts";
import { askGitHub } from "../ask-github.ts";
import { askGraphql } from "../ask-graphql.ts";
import type { RepoName } from "../repo-name.ts";
import type { Requester } from "../requester.ts";
import type { MilestoneRef } from "./milestones.ts";
import type { NodeIds } from "./node-ids.ts";
import { requireFields } from "./require-fields.ts";

/** What an issue is made with. */
export type NewIssue = Parameters<IssueWriter["createIssue"]>[0];

interface Answer {
  readonly createIssue: {
    readonly issue: {
      readonly id: string;
      readonly number: number;
      readonly fullDatabaseId: string;
      readonly labels: { readonly nodes: readonly { readonly name: string }[] } | null;
      readonly parent: { readonly id: string } | null;
      readonly milestone: { readonly title: string } | null;
    };
  };
}

const needs = "issues: write";

const mutation = `
  mutation ($repository: ID!, $title: String!, $body: String!, $labels: [ID!], $parent: ID, $milestone: ID) {
    createIssue(input: {
      repositoryId: $repository, title: $title, body: $body, labelIds: $labels, parentIssueId: $parent,
      milestoneId: $milestone
    }) {
      issue { id number fullDatabaseId labels(first: 100) { nodes { name } } parent { id } milestone { title } }
    }
  }`;

/**
 * Makes an issue with its labels below its parent, in one write.
 *
 * @throws {UnknownFieldError} if this GitHub's GraphQL is too old for that; nothing was made.
 * @throws {GitHubError} if GitHub refuses, or made it and dropped labels.
 * Source: https://docs.github.com/en/graphql/reference/mutations#createissue
 */
export async function createIssue(
  octokit: Requester,
  ids: NodeIds,
  { title, body, labels, parent, fields }: NewIssue,
  milestone: MilestoneRef | undefined,
): Promise<CreatedIssue> {
  const what = `create issue "${title}"`;
  const { repositoryId, labelIds } = await ids.find(labels);
  const { createIssue: made } = await askGraphql<Answer>(octokit, {
    ...{ what, needs, query: mutation },
    variables: {
      ...{ repository: repositoryId, title, body },
      ...{ labels: labelIds, parent: parent?.nodeId ?? null },
      milestone: milestone?.nodeId ?? null,
    },
  });
  const { issue } = made;
  requireLabels(what, labels, {
    number: issue.number,
    labels: (issue.labels?.nodes ?? []).map(({ name }) => name),
  });
  requireFields(pickMilestone(fields), {
    number: issue.number,
    milestone: issue.milestone?.title,
    type: undefined,
  });
  return {
    ...{ number: issue.number, nodeId: issue.id, databaseId: Number(issue.fullDatabaseId) },
    hasParent: parent !== undefined && issue.parent?.id === parent.nodeId,
  };
}

/** The same over REST, which knows no parents. Source: https://docs.github.com/en/rest/issues/issues#create-an-issue */
export async function createIssueByRest(
  octokit: Requester,
  repoName: RepoName,
  { title, body, labels, fields }: NewIssue,
  milestone: MilestoneRef | undefined,
): Promise<CreatedIssue> {
  const what = `create issue "${title}"`;
  const sent = { ...repoName, title, body, labels: [...labels], ...toMilestone(milestone) };
  const { data } = await askGitHub({ what, needs }, () =>
    octokit.request("POST /repos/{owner}/{repo}/issues", sent),
  );
  const found = data.labels.map((label) =>
    typeof label === "string" ? label : (label.name ?? ""),
  );
  requireLabels(what, labels, { number: data.number, labels: found });
  requireFields(pickMilestone(fields), {
    number: data.number,
    milestone: data.milestone?.title,
    type: undefined,
  });
  return {
    ...{ number: data.number, nodeId: data.node_id, databaseId: Number(data.id) },
    hasParent: false,
  };
}

/** The type is written and judged by itself: GraphQL's `createIssue` is not known to take one. */
function pickMilestone({ milestone }: IssueFields = {}): IssueFields {
  return milestone === undefined ? {} : { milestone };
}

function toMilestone(milestone: MilestoneRef | undefined) {
  return milestone === undefined ? {} : { milestone: milestone.number };
}

/** GitHub drops labels without a word when the token may open issues but not push. */
function requireLabels(
  what: string,
  wanted: readonly string[],
  made: { readonly number: number; readonly labels: readonly string[] },
): void {
  const found = new Set(made.labels.map((label) => label.toLowerCase()));
  const dropped = wanted.filter((label) => !found.has(label.toLowerCase()));
  if (dropped.length === 0) return;
  const names = dropped.map((label) => `"${label}"`).join(", ");
  throw new GitHubError(
    "fix-access",
    201,
    `Cannot ${what} with its labels: GitHub made #${made.number} and dropped ${names}; ` +
      `grant "${needs}" to an account that may push`,
  );
}
