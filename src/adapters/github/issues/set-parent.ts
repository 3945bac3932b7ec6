import type { IssueRef } from "../../../core/model/record.ts";
import { askGitHub } from "../ask-github.ts";
import { askGraphql } from "../ask-graphql.ts";
import type { RepoName } from "../repo-name.ts";
import type { Requester } from "../requester.ts";
import { UnknownFieldError } from "../unknown-field-error.ts";
import { unlessRefused } from "../unless-refused.ts";

const needs = "issues: write";

/** Already there, or put elsewhere by people since it was read: both are as they should be. */
const noFault = /duplicate sub-issues|may only have one parent/i;

const mutation = `
  mutation ($parent: ID!, $child: ID!, $replace: Boolean) {
    addSubIssue(input: { issueId: $parent, subIssueId: $child, replaceParent: $replace }) {
      subIssue { id }
    }
  }`;

/**
 * Makes an issue a sub-issue of another, in the place of the parent that it has if `isMoved`.
 *
 * @returns Whether this GitHub knows of sub-issues: over GraphQL, else over REST.
 * Sources: https://docs.github.com/en/graphql/reference/mutations#addsubissue, .../rest/issues/sub-issues
 */
export async function setParent(
  octokit: Requester,
  repoName: RepoName,
  child: IssueRef,
  parent: IssueRef,
  isMoved: boolean,
): Promise<boolean> {
  const what = `put #${child.number} below #${parent.number}`;
  const variables = { parent: parent.nodeId, child: child.nodeId, replace: isMoved };
  try {
    await askGraphql(octokit, {
      ...{ what, needs, query: mutation, variables },
      isBearable: ({ message = "" }) => noFault.test(message),
    });
    return true;
  } catch (error) {
    if (!(error instanceof UnknownFieldError)) throw error;
  }
  const route = "POST /repos/{owner}/{repo}/issues/{issue_number}/sub_issues";
  const sent = { ...repoName, issue_number: parent.number, sub_issue_id: child.databaseId };
  const { status } = await askGitHub({ what, needs }, () =>
    unlessRefused(404, () =>
      unlessRefused(
        422,
        () => octokit.request(route, { ...sent, replace_parent: isMoved }),
        noFault,
      ),
    ),
  );
  return status !== 404;
}
