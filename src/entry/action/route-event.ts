import type { Push } from "../../flows/apply-specs.ts";
import type { PullRequest } from "../../flows/propose-plans.ts";

/** What a job is for: what its event asks for, or one thing alone. */
export type WantedMode = "auto" | "plan" | "apply" | "write-back";

/** What the Action does about an event. A skip has a reason; a dry apply only says what it would write. */
export type ActionMode =
  | { readonly kind: "propose"; readonly pull: PullRequest }
  | { readonly kind: "apply"; readonly push: Push; readonly isDry: boolean }
  | { readonly kind: "write-back" }
  | { readonly kind: "skip"; readonly reason: string };

/** The parts of a workflow's event that matter here. */
export interface WorkflowEvent {
  /** `GITHUB_EVENT_NAME`. */
  readonly name: string;
  /** The JSON of `GITHUB_EVENT_PATH`. */
  readonly payload: unknown;
  /** `GITHUB_REF`, such as `refs/heads/main`. */
  readonly ref: string;
  /** `GITHUB_SHA`. */
  readonly sha: string;
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

const plannedOn = "pull_request, push, issues, schedule or workflow_dispatch";
const noCommit = "0".repeat(40);

/**
 * Routes a workflow's event: a pull request is planned; a push to the default branch, a schedule and a run
 * by hand apply what that branch has; what was closed or opened again is written back.
 *
 * @param wanted `plan` makes of an apply one that writes nothing; `apply` and `write-back` leave out what is neither.
 */
export function routeEvent(event: WorkflowEvent, wanted: WantedMode = "auto"): ActionMode {
  const mode = routeByName(event);
  if (mode.kind === "skip" || wanted === "auto") return mode;
  if (wanted === "write-back" && mode.kind === "apply") return { kind: "write-back" };
  if (wanted === "plan" && mode.kind === "apply") return { ...mode, isDry: true };
  if (wanted === (mode.kind === "propose" ? "plan" : mode.kind)) return mode;
  return skip(`the input \`mode: ${wanted}\` leaves out what ${event.name} asks for`);
}

function routeByName({ name, payload, ref, sha }: WorkflowEvent): ActionMode {
  const event = (payload ?? {}) as Payload;
  if (name === "pull_request") return routePullRequest(event);
  if (name === "push") return routePush(event);
  if (name === "schedule")
    return { kind: "apply", push: { before: noCommit, after: sha }, isDry: false };
  if (name === "workflow_dispatch") {
    return routePush({ ...event, ref, before: noCommit, after: sha });
  }
  if (name !== "issues") return skip(`Keysteps does nothing on ${name}; run it on ${plannedOn}`);
  const isState = event.action === "closed" || event.action === "reopened";
  return isState
    ? { kind: "write-back" }
    : skip(`an issue that is ${event.action} changes no spec; run it on closed and reopened`);
}

function routePush({ ref, before, after, deleted, repository }: Payload): ActionMode {
  const branch = repository?.default_branch;
  if (ref !== `refs/heads/${branch}`) {
    return skip(`${ref} is not the default branch ${branch}: plans are applied from there only`);
  }
  if (deleted || !before || !after) return skip("the push deleted the branch");
  return { kind: "apply", push: { before, after }, isDry: false };
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
