import { GitHubError } from "../../src/core/errors.ts";
import type { OutboxOp } from "../../src/core/model/outbox.ts";
import type { LaneWriter } from "../../src/flows/lane-ports.ts";
import type { FakeForge } from "./fake-forge.ts";
import type { ForgeIssue, ForgeRun } from "./forge-world.ts";

type Op<Kind extends OutboxOp["kind"]> = Extract<OutboxOp, { readonly kind: Kind }>;

/** Writes to a fake forge as it is, however late its reads are. */
export function forgeWriter(forge: FakeForge): LaneWriter {
  return {
    async send(op) {
      apply(op);
      forge.writes.push(describe(op));
    },
    async wasSent(op) {
      switch (op.kind) {
        case "add-label":
          return find(op.issueNumber).labels.includes(op.label);
        case "remove-label":
          return !find(op.issueNumber).labels.includes(op.label);
        case "gate": {
          const run = forge.gate(op.headSha);
          return run?.externalId === op.externalId && run.title === op.title;
        }
        case "live-comment":
          return wasWritten(op);
      }
    },
  };

  function apply(op: OutboxOp): void {
    if (op.kind === "gate") addRun(op);
    else if (op.kind === "live-comment") writeComment(op);
    else changeLabels(op);
  }

  function changeLabels({ kind, issueNumber, label }: Op<"add-label" | "remove-label">): void {
    const others = find(issueNumber).labels.filter((worn) => worn !== label);
    const labels = kind === "add-label" ? [...others, label] : others;
    forge.editIssue(issueNumber, { labels });
  }

  function addRun({ headSha, verdict, title, summary, externalId }: Op<"gate">): void {
    const run: ForgeRun = { verdict, title, summary, externalId, startedAt: forge.now };
    const runs = forge.world.runs.get(headSha) ?? [];
    forge.change({ runs: new Map(forge.world.runs).set(headSha, [...runs, run]) });
  }

  function writeComment({ issueNumber, commentId, body }: Op<"live-comment">): void {
    const old = forge.world.comments.get(issueNumber) ?? [];
    const isThere = old.some(({ id }) => id === commentId);
    const id = isThere && commentId !== undefined ? commentId : issueNumber * 1000 + old.length;
    const comments = [...old.filter((comment) => comment.id !== id), { id, body }];
    forge.change({ comments: new Map(forge.world.comments).set(issueNumber, comments) });
  }

  function wasWritten({ issueNumber, commentId, body }: Op<"live-comment">): boolean {
    const [firstLine] = body.split("\n");
    const comments = forge.world.comments.get(issueNumber) ?? [];
    const comment = comments.find((one) => one.body.startsWith(`${firstLine}\n`));
    return comment !== undefined && (commentId === undefined || comment.body === body);
  }

  function find(number: number): ForgeIssue {
    const issue = forge.world.issues.get(number);
    if (issue) return issue;
    throw new GitHubError("fix-access", 404, `Cannot write to #${number}: GitHub answered 404`);
  }
}

function describe(op: OutboxOp): string {
  switch (op.kind) {
    case "gate":
      return `gate ${op.headSha.slice(-4)} ${op.verdict}: ${op.title}`;
    case "live-comment":
      return `live comment on #${op.issueNumber}`;
    default:
      return `${op.kind} ${op.label} on #${op.issueNumber}`;
  }
}
