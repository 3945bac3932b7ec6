import { InvariantError } from "../core/errors.ts";
import type { TaskId } from "../core/model/ids.ts";
import type { Patch, PatchStep } from "../core/model/patch.ts";
import type { IssueRef } from "../core/model/record.ts";
import { mergeBody } from "../core/sync/merge-body.ts";
import type { IssueReader, IssueWriter, Pace, WriteKind } from "./ports.ts";

/** The doors that a patch is written through. */
export interface WritePorts {
  readonly issues: IssueReader;
  readonly writer: IssueWriter;
  readonly pace: Pace;
}

/**
 * Writes a patch step by step, in its order, each when the pace allows. Every step taken stays
 * taken: after a failure the next run finds what is there and goes on.
 *
 * @returns The issues of all tasks, those of `known` and the new ones.
 * @throws {GitHubError} at the first step that GitHub refuses.
 */
export async function applyPatch(
  patch: Patch,
  known: ReadonlyMap<TaskId, IssueRef>,
  { issues, writer, pace }: WritePorts,
): Promise<ReadonlyMap<TaskId, IssueRef>> {
  const refs = new Map(known);
  for (const [index, step] of patch.steps.entries()) {
    await pace.beforeWrite(toWriteKind(step));
    await takeStep(index > 0 && step.kind === "update-issue" ? await refresh(step) : step);
  }
  return refs;

  async function takeStep(step: PatchStep): Promise<void> {
    switch (step.kind) {
      case "create-label":
        return writer.createLabel(step.label);
      case "create-issue":
        refs.set(step.taskId, await writer.createIssue(step));
        return;
      case "update-issue":
        return writer.updateIssue(step.number, step.changes);
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

  /**
   * Writes are far apart, and people write too: what a body is merged with is read again right before
   * it is written. Before the first write there is no need, all was read just now.
   */
  async function refresh(step: UpdateStep): Promise<UpdateStep> {
    if (step.block === undefined) return step;
    const [now] = (await issues.observe([refOf(step.taskId)])).issues;
    if (now === undefined) return step;
    return { ...step, changes: { ...step.changes, body: mergeBody(step.block, now.body) } };
  }

  function refOf(id: TaskId): IssueRef {
    const ref = refs.get(id);
    if (!ref)
      throw new InvariantError(`Cannot write ${id}: it has no issue, though its issue comes first`);
    return ref;
  }
}

type UpdateStep = Extract<PatchStep, { readonly kind: "update-issue" }>;

const contentKinds: readonly PatchStep["kind"][] = ["create-issue", "create-label", "add-link"];

/** How GitHub counts a step against its limits. */
export function toWriteKind({ kind }: PatchStep): WriteKind {
  return contentKinds.includes(kind) ? "content" : "edit";
}
