import { GitHubError } from "../../../core/errors.ts";
import type { Label } from "../../../core/model/issue.ts";
import type { IssueChanges } from "../../../core/model/patch.ts";
import type { IssueRef } from "../../../core/model/record.ts";
import type { IssueWriter } from "../../../flows/ports.ts";
import { askGitHub } from "../ask-github.ts";
import type { RepoName } from "../repo-name.ts";
import type { Requester } from "../requester.ts";
import { unlessRefused } from "../unless-refused.ts";

type NewIssue = Parameters<IssueWriter["createIssue"]>[0];

const needs = "issues: write";
const blockedByRoute = "/repos/{owner}/{repo}/issues/{issue_number}/dependencies/blocked_by";

/**
 * Writes issues through a given Octokit; each call is one request, sent once.
 *
 * What the port calls no fault is told from GitHub's answers: 422 for a label or link that is
 * there already, 404 for one that is gone. Labels are added and removed one by one, never
 * replaced as a whole, so a label that a person sets meanwhile stays.
 *
 * Sources: https://docs.github.com/en/rest/issues/issues, .../labels, .../issue-dependencies
 */
export function octokitIssueWriter(octokit: Requester, repoName: RepoName): IssueWriter {
  return { createLabel, createIssue, updateIssue, addLabels, removeLabel, addLink, removeLink };

  async function createLabel({ name, color, description }: Label): Promise<void> {
    const sent = { ...repoName, name, color, description };
    await askGitHub({ what: `create label "${name}"`, needs }, () =>
      unlessRefused(
        422,
        () => octokit.request("POST /repos/{owner}/{repo}/labels", sent),
        /already.exists/i,
      ),
    );
  }

  async function createIssue({ title, body, labels }: NewIssue): Promise<IssueRef> {
    const what = `create issue "${title}"`;
    const sent = { ...repoName, title, body, labels: [...labels] };
    const { data } = await askGitHub({ what, needs }, () =>
      octokit.request("POST /repos/{owner}/{repo}/issues", sent),
    );
    requireLabels(what, labels, data);
    return { number: data.number, nodeId: data.node_id, databaseId: Number(data.id) };
  }

  async function updateIssue(number: number, changes: IssueChanges): Promise<void> {
    const { title, body, state, stateReason } = changes;
    const sent = {
      ...repoName,
      issue_number: number,
      ...(title !== undefined && { title }),
      ...(body !== undefined && { body }),
      ...(state !== undefined && { state }),
      ...(stateReason !== undefined && { state_reason: stateReason }),
    };
    await askGitHub({ what: `update issue #${number}`, needs }, () =>
      octokit.request("PATCH /repos/{owner}/{repo}/issues/{issue_number}", sent),
    );
  }

  async function addLabels(number: number, labels: readonly string[]): Promise<void> {
    const route = "POST /repos/{owner}/{repo}/issues/{issue_number}/labels";
    const names = labels.map((label) => `"${label}"`).join(", ");
    await askGitHub({ what: `add ${names} to issue #${number}`, needs }, () =>
      octokit.request(route, { ...repoName, issue_number: number, labels: [...labels] }),
    );
  }

  async function removeLabel(number: number, label: string): Promise<void> {
    const route = "DELETE /repos/{owner}/{repo}/issues/{issue_number}/labels/{name}";
    await askGitHub({ what: `remove "${label}" from issue #${number}`, needs }, () =>
      unlessRefused(404, () =>
        octokit.request(route, { ...repoName, issue_number: number, name: label }),
      ),
    );
  }

  async function addLink(blocked: IssueRef, blocking: IssueRef): Promise<void> {
    const what = `link #${blocked.number} as blocked by #${blocking.number}`;
    const sent = { ...repoName, issue_number: blocked.number, issue_id: blocking.databaseId };
    await askGitHub({ what, needs }, () =>
      unlessRefused(
        422,
        () => octokit.request(`POST ${blockedByRoute}`, sent),
        /already been taken/i,
      ),
    );
  }

  async function removeLink(blocked: IssueRef, blocking: IssueRef): Promise<void> {
    const what = `unlink #${blocked.number} from #${blocking.number}`;
    const sent = { ...repoName, issue_number: blocked.number, issue_id: blocking.databaseId };
    await askGitHub({ what, needs }, () =>
      unlessRefused(404, () => octokit.request(`DELETE ${blockedByRoute}/{issue_id}`, sent)),
    );
  }
}

/** GitHub drops labels without a word when the token may open issues but not push. */
function requireLabels(
  what: string,
  wanted: readonly string[],
  { number, labels }: { number: number; labels: readonly (string | { name?: string })[] },
): void {
  const found = new Set(
    labels.map((label) => (typeof label === "string" ? label : label.name)?.toLowerCase()),
  );
  const dropped = wanted.filter((label) => !found.has(label.toLowerCase()));
  if (dropped.length === 0) return;
  const names = dropped.map((label) => `"${label}"`).join(", ");
  throw new GitHubError(
    "fix-access",
    201,
    `Cannot ${what} with its labels: GitHub made #${number} and dropped ${names}; ` +
      `grant "${needs}" to an account that may push`,
  );
}
