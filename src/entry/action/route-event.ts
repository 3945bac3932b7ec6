import type { Push } from "../../flows/apply-specs.ts";
import type { PullRequest } from "../../flows/propose-plans.ts";

/** What the Action does about an event. A skip has a reason. */
export type ActionMode =
  | { readonly kind: "propose"; readonly pull: PullRequest }
  | { readonly kind: "apply"; readonly push: Push }
  | { readonly kind: "write-back" }
  | { readonly kind: "skip"; readonly reason: string };

/** The parts of a workflow's event that matter here. */
export interface WorkflowEvent {
  /** `GITHUB_EVENT_NAME`. */
  readonly name: string;
  /** The JSON of `GITHUB_EVENT_PATH`. */
  readonly payload: unknown;
}

interface Payload {
  readonly action?: string;
  readonly ref?: string;
  readonly before?: string;
  readonly after?: string;
  readonly deleted?: boolean;
  readonly repository?: { readonly default_branch?: string; readonly full_name?: string };
  readonly pull_request?: {
    readonly number: number;
    readonly head: { readonly sha: string; readonly repo: { readonly full_name: string } | null };
    readonly base: { readonly ref: string };
  };
}

const plannedOn = "pull_request, push or issues";

/**
 * Routes a workflow's event: a pull request is planned, a push to the default branch applied, and what was
 * closed or opened again is written back.
 */
export function routeEvent({ name, payload }: WorkflowEvent): ActionMode {
  const event = (payload ?? {}) as Payload;
  const defaultBranch = event.repository?.default_branch;
  if (name === "pull_request") return routePullRequest(event);
  if (name === "issues") {
    const isState = event.action === "closed" || event.action === "reopened";
    return isState
      ? { kind: "write-back" }
      : skip(`an issue that is ${event.action} changes no spec; run it on closed and reopened`);
  }
  if (name !== "push") return skip(`Keysteps does nothing on ${name}; run it on ${plannedOn}`);
  if (event.ref !== `refs/heads/${defaultBranch}`) {
    return skip(
      `${event.ref} is not the default branch ${defaultBranch}: plans are applied from there only`,
    );
  }
  if (event.deleted || !event.before || !event.after) return skip("the push deleted the branch");
  return { kind: "apply", push: { before: event.before, after: event.after } };
}

function routePullRequest({ pull_request: pull, repository }: Payload): ActionMode {
  if (!pull || !repository) return skip("the event names no pull request");
  if (pull.base.ref !== repository.default_branch) {
    return skip(
      `the pull request goes to ${pull.base.ref}, not to the default branch ${repository.default_branch}`,
    );
  }
  const isFromFork = pull.head.repo?.full_name !== repository.full_name;
  return { kind: "propose", pull: { number: pull.number, headSha: pull.head.sha, isFromFork } };
}

function skip(reason: string): ActionMode {
  return { kind: "skip", reason };
}
