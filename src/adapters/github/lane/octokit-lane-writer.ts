import type { OutboxOp } from "../../../core/model/outbox.ts";
import type { LaneWriter } from "../../../flows/lane-ports.ts";
import { askGitHub } from "../ask-github.ts";
import { octokitIssueWriter } from "../issues/octokit-issue-writer.ts";
import { listPages } from "../list-pages.ts";
import type { RepoName } from "../repo-name.ts";
import type { Requester } from "../requester.ts";
import { unlessRefused } from "../unless-refused.ts";
import type { AppIdentity } from "./app/app-identity.ts";
import { findLiveComment } from "./find-live-comment.ts";
import { readNewestRun } from "./gate/read-newest-run.ts";
import { toObservedGate } from "./gate/to-observed-gate.ts";
import { toSentRun } from "./gate/to-sent-run.ts";

type GateOp = Extract<OutboxOp, { kind: "gate" }>;
type CommentOp = Extract<OutboxOp, { kind: "live-comment" }>;

/**
 * Sends the coordinator's writes through the Octokit of an installation, each once. Nothing here
 * waits or tries again. A label that is off already is no fault; a comment that somebody deleted
 * is written anew.
 *
 * Sources: https://docs.github.com/en/rest/issues/labels, .../issues/comments and .../checks/runs
 */
export function octokitLaneWriter(
  octokit: Requester,
  repoName: RepoName,
  identity: AppIdentity,
): LaneWriter {
  const issues = octokitIssueWriter(octokit, repoName);
  return { send, wasSent };

  async function send(op: OutboxOp): Promise<void> {
    switch (op.kind) {
      case "add-label":
        return issues.addLabels(op.issueNumber, [op.label]);
      case "remove-label":
        return issues.removeLabel(op.issueNumber, op.label);
      case "gate":
        return sendGate(op);
      case "live-comment":
        return sendComment(op);
    }
  }

  async function wasSent(op: OutboxOp): Promise<boolean> {
    switch (op.kind) {
      case "add-label":
        return wears(op.issueNumber, op.label);
      case "remove-label":
        return !(await wears(op.issueNumber, op.label));
      case "gate":
        return isNewestRun(op);
      case "live-comment":
        return stands(op);
    }
  }

  async function sendGate(op: GateOp): Promise<void> {
    const what = `make the gate of ${op.headSha} ${op.verdict}`;
    const sent = { ...repoName, ...toSentRun(op) };
    await askGitHub({ what, needs: "checks: write" }, () =>
      octokit.request("POST /repos/{owner}/{repo}/check-runs", sent),
    );
  }

  async function sendComment({ issueNumber, commentId, body }: CommentOp): Promise<void> {
    if (commentId !== undefined && (await updateComment(commentId, body))) return;
    const route = "POST /repos/{owner}/{repo}/issues/{issue_number}/comments";
    await askGitHub({ what: `comment on #${issueNumber}`, needs: "issues: write" }, () =>
      octokit.request(route, { ...repoName, issue_number: issueNumber, body }),
    );
  }

  /** False if the comment is gone. */
  async function updateComment(comment_id: number, body: string): Promise<boolean> {
    const route = "PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}";
    const { data } = await askGitHub(
      { what: `update comment ${comment_id}`, needs: "issues: write" },
      () => unlessRefused(404, () => octokit.request(route, { ...repoName, comment_id, body })),
    );
    return data !== undefined;
  }

  async function wears(issueNumber: number, label: string): Promise<boolean> {
    const labels = await listPages<{ readonly name: string }>(
      octokit,
      { what: `list the labels of #${issueNumber}`, needs: "issues: read" },
      "GET /repos/{owner}/{repo}/issues/{issue_number}/labels",
      { ...repoName, issue_number: issueNumber },
    );
    return labels.some(({ name }) => name.toLowerCase() === label.toLowerCase());
  }

  async function isNewestRun(op: GateOp): Promise<boolean> {
    const run = await readNewestRun(octokit, repoName, identity.appId, op.headSha);
    if (run === undefined) return false;
    const { external_id: wanted, output } = toSentRun(op);
    const { verdict, title } = toObservedGate(run);
    return run.external_id === wanted && verdict === op.verdict && title === output.title;
  }

  /** A comment that was to be made is there; one that was to be changed has the new text. */
  async function stands({ issueNumber, commentId, body }: CommentOp): Promise<boolean> {
    const firstLine = body.split("\n", 1)[0] ?? "";
    const place = { issueNumber, login: identity.login, firstLine };
    const comment = await findLiveComment(octokit, repoName, place);
    if (comment === undefined) return false;
    return commentId === undefined || comment.body.trim() === body.trim();
  }
}
