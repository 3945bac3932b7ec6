import type { SpecTask } from "../../model/spec.ts";
import type { Source } from "../outline/build-source.ts";
import type { ReferenceIndex } from "../references/reference-index.ts";
import type { RefTask } from "./assign-refs.ts";

/** Puts together each task's own words, its group and its place, in document order. */
export function buildTasks(
  tasks: readonly RefTask[],
  index: ReferenceIndex,
  source: Source,
): readonly SpecTask[] {
  return tasks.map(({ ref, draft }) => {
    const entry = index.byRef.get(ref);
    const group = index.groupById.get(entry?.groupId ?? "");
    const number = group?.word === "story" ? Number.NaN : Number.parseInt(group?.number ?? "", 10);
    return {
      ref,
      ownId: draft.ownId,
      title: draft.title,
      phase: Number.isSafeInteger(number) ? number : undefined,
      story: entry?.stories[0],
      groupId: entry?.groupId,
      state: draft.state,
      isParallel: draft.isParallel,
      description: draft.description,
      files: draft.files,
      doneWhen: draft.doneWhen,
      type: draft.type,
      isOptional: false,
      priority: undefined,
      owner: undefined,
      effort: undefined,
      subtasks: [],
      checks: [],
      notes: [],
      risks: [],
      resources: [],
      requirements: [],
      evidence: source.evidenceOf(draft.span),
      ...source.placeAt(draft.span.start),
    };
  });
}
