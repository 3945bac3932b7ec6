import type { Label } from "../../../core/model/issue.ts";
import type { IssueChanges } from "../../../core/model/patch.ts";
import type { IssueRef } from "../../../core/model/record.ts";
import type { CreatedIssue, IssueWriter } from "../../../flows/ports.ts";
import { askGitHub } from "../ask-github.ts";
import type { RepoName } from "../repo-name.ts";
import type { Requester } from "../requester.ts";
import { UnknownFieldError } from "../unknown-field-error.ts";
import { unlessRefused } from "../unless-refused.ts";
import { withoutWaiting } from "../without-waiting.ts";
import {
  createIssue as createByGraphql,
  createIssueByRest,
  type NewIssue,
} from "./create-issue.ts";
import { type MilestoneRef, milestones } from "./milestones.ts";
import { type NodeIds, nodeIds } from "./node-ids.ts";
import { requireFields } from "./require-fields.ts";
import { setParent as putBelow } from "./set-parent.ts";

const needs = "issues: write";
const blockedByRoute = "/repos/{owner}/{repo}/issues/{issue_number}/dependencies/blocked_by";

/**
 * Writes issues through a given Octokit; each call is one request, sent once. An issue is made below its
 * parent by GraphQL; where that is too old for it, over REST, and put below its parent by a second request.
 *
 * What the port calls no fault is told from GitHub's answers: 422 for a label or link that is
 * there already, 404 for one that is gone. Labels are added and removed one by one, never
 * replaced as a whole, so a label that a person sets meanwhile stays. New issues and bodies are not sent again
 * after a limit was waited out: the caller looks first what there is by then.
 *
 * @param ids What the reader has learnt of node IDs.
 * Sources: https://docs.github.com/en/rest/issues/issues, .../labels, .../issue-dependencies
 */
export function octokitIssueWriter(
  octokit: Requester,
  repoName: RepoName,
  ids: NodeIds = nodeIds(octokit, repoName),
): IssueWriter {
  const book = milestones(octokit, repoName);
  const once = withoutWaiting(octokit);
  let isOld = false;
  return {
    ...{ createLabel, createIssue, setParent, updateIssue, addLabels, removeLabel },
    ...{ addLink, removeLink },
  };

  async function createLabel({ name, color, description }: Label): Promise<void> {
    const sent = { ...repoName, name, color, description };
    const { data: made } = await askGitHub({ what: `create label "${name}"`, needs }, () =>
      unlessRefused(
        422,
        () => octokit.request("POST /repos/{owner}/{repo}/labels", sent),
        /already.exists/i,
      ),
    );
    if (made !== undefined) ids.keep(undefined, [{ id: made.node_id, name }]);
  }

  async function createIssue(issue: NewIssue): Promise<CreatedIssue> {
    const { milestone: title, type } = issue.fields ?? {};
    const milestone = title === undefined ? undefined : await book.ensure(title);
    const made = await createPlain(issue, milestone);
    if (type !== undefined) await updateIssue(made.number, { type });
    return made;
  }

  async function createPlain(
    issue: NewIssue,
    milestone: MilestoneRef | undefined,
  ): Promise<CreatedIssue> {
    if (isOld) return createWithRest(issue, milestone);
    const { missing } = await ids.find(issue.labels);
    for (const name of missing) await createLabel({ name, color: "ededed", description: "" });
    try {
      return await createByGraphql(once, ids, issue, milestone);
    } catch (error) {
      if (!(error instanceof UnknownFieldError)) throw error;
      isOld = true;
      return createWithRest(issue, milestone);
    }
  }

  async function createWithRest(
    issue: NewIssue,
    milestone: MilestoneRef | undefined,
  ): Promise<CreatedIssue> {
    const made = await createIssueByRest(once, repoName, issue, milestone);
    if (issue.parent === undefined) return made;
    return { ...made, hasParent: await putBelow(octokit, repoName, made, issue.parent, false) };
  }

  async function setParent(child: IssueRef, parent: IssueRef, isMoved: boolean): Promise<void> {
    await putBelow(octokit, repoName, child, parent, isMoved);
  }

  async function updateIssue(number: number, changes: IssueChanges): Promise<void> {
    const { title, body, state, stateReason, milestone, type } = changes;
    const sent = {
      ...repoName,
      issue_number: number,
      ...(title !== undefined && { title }),
      ...(body !== undefined && { body }),
      ...(state !== undefined && { state }),
      ...(stateReason !== undefined && { state_reason: stateReason }),
      ...(milestone !== undefined && { milestone: (await book.ensure(milestone)).number }),
      ...(type !== undefined && { type }),
    };
    const sender = body === undefined ? octokit : once;
    const { data } = await askGitHub({ what: `update issue #${number}`, needs }, () =>
      sender.request("PATCH /repos/{owner}/{repo}/issues/{issue_number}", sent),
    );
    requireFields(changes, { number, milestone: data.milestone?.title, type: data.type?.name });
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
