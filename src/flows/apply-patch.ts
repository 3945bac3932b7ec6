import { InvariantError } from "../core/errors.ts";
import type { TaskId } from "../core/model/ids.ts";
import type { IssueFields } from "../core/model/issue.ts";
import type { IssueKey, ParentKey, Patch, PatchStep } from "../core/model/patch.ts";
import type { IssueRef } from "../core/model/record.ts";
import { mergeBody } from "../core/sync/merge-body.ts";
import type { IssueReader, IssueWriter, Pace, WriteKind } from "./ports.ts";
import { type FreshPorts, writeFresh } from "./write-fresh.ts";

/** The doors that a patch is written through. */
export interface WritePorts {
  readonly issues: IssueReader;
  readonly writer: IssueWriter;
  readonly pace: Pace;
}

/** What was written. */
export interface WrittenIssues {
  /** The issues of the plan, those known before and the new ones. */
  readonly refs: ReadonlyMap<IssueKey, IssueRef>;
  /** Node ID of the issue that each task's is below, as far as that is our doing. */
  readonly parents: ReadonlyMap<TaskId, string>;
}

/**
 * Writes a patch step by step, in its order, each when the pace allows. Every step taken stays
 * taken: after a failure the next run finds what is there and goes on.
 *
 * @throws {GitHubError} at the first step that GitHub refuses.
 */
export async function applyPatch(
  patch: Patch,
  known: ReadonlyMap<IssueKey, IssueRef>,
  { issues, writer, pace, renew }: WritePorts & FreshPorts,
): Promise<WrittenIssues> {
  const refs = new Map(known);
  const orphans = new Set<TaskId>();
  for (const step of patch.steps) {
    await writeFresh(toWriteKind(step), { pace, renew }, async () =>
      takeStep(isUpdate(step) ? await refresh(step) : step),
    );
  }
  const parents = [...patch.parents].flatMap(([id, key]) =>
    orphans.has(id) || !refs.has(key) ? [] : [[id, refOf(key).nodeId] as const],
  );
  return { refs, parents: new Map(parents) };

  async function takeStep(step: PatchStep): Promise<void> {
    switch (step.kind) {
      case "create-label":
        return writer.createLabel(step.label);
      case "create-tracking":
        return create("tracking", step);
      case "create-group":
        return create(step.group, { ...step, labels: [] });
      case "create-issue":
        return create(step.taskId, step);
      case "update-issue":
      case "update-group":
        return writer.updateIssue(step.number, step.changes);
      case "set-parent":
        return writer.setParent(refOf(step.child), refOf(step.parent), step.isMoved);
      case "add-labels":
        return writer.addLabels(step.number, step.labels);
      case "remove-label":
        return writer.removeLabel(step.number, step.label);
      case "add-link":
        return writer.addLink(refOf(step.blocked), refOf(step.blocking));
      case "remove-link":
        return writer.removeLink(refOf(step.blocked), refOf(step.blocking));
    }
  }

  async function create(key: IssueKey, step: NewIssue): Promise<void> {
    const { title, body, labels, parent, fields } = step;
    const below = parent === undefined ? undefined : refOf(parent);
    const issue = await writer.createIssue({ title, body, labels, parent: below, fields });
    refs.set(key, issue);
    if (below !== undefined && !issue.hasParent) orphans.add(key as TaskId);
  }

  /**
   * Writes are far apart, and people write too: what a body is merged with is read again right before
   * it is written.
   */
  async function refresh(step: UpdateStep): Promise<UpdateStep> {
    if (step.block === undefined) return step;
    const key = step.kind === "update-issue" ? step.taskId : step.group;
    const slack = step.kind === "update-issue" ? step.slack : undefined;
    const [now] = (await issues.observe([refOf(key)], false)).issues;
    if (now === undefined) return step;
    return { ...step, changes: { ...step.changes, body: mergeBody(step.block, now.body, slack) } };
  }

  function refOf(key: IssueKey): IssueRef {
    const ref = refs.get(key);
    if (!ref)
      throw new InvariantError(
        `Cannot write ${key}: it has no issue, though its issue comes first`,
      );
    return ref;
  }
}

type UpdateStep = Extract<PatchStep, { readonly kind: "update-issue" | "update-group" }>;

interface NewIssue {
  readonly title: string;
  readonly body: string;
  readonly labels: readonly string[];
  readonly parent?: ParentKey | undefined;
  readonly fields?: IssueFields;
}

function isUpdate(step: PatchStep): step is UpdateStep {
  return step.kind === "update-issue" || step.kind === "update-group";
}

/** How GitHub counts a step against its limits. */
export function toWriteKind({ kind }: PatchStep): WriteKind {
  const isContent = kind.startsWith("create-") || kind === "add-link" || kind === "set-parent";
  return isContent ? "content" : "edit";
}
