import type { SpecTask } from "../../model/spec.ts";
import type { Source } from "../outline/build-source.ts";
import type { ReferenceIndex } from "../references/reference-index.ts";
import type { RefTask } from "./assign-refs.ts";
import type { TaskDraft, TaskWords } from "./task-draft.ts";
import { toKeyText } from "./task-key.ts";

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
      phase: Number.isSafeInteger(number) ? number : undefined,
      story: entry?.stories[0],
      groupId: entry?.groupId,
      ...pickWords(draft),
      title: pickTitle(draft, index),
      state: draft.state ?? "todo",
      evidence: source.evidenceOf(draft.span),
      ...source.placeAt(draft.span.start),
    };
  });
}

/** The title without a statement that was read from its end; what names no task is no statement. */
function pickTitle({ title, shorter }: TaskDraft, { byKey }: ReferenceIndex): string {
  const isStated = shorter?.ids.every((id) => byKey.has(toKeyText(id))) === true;
  return (isStated && shorter?.title) || title;
}

function pickWords(draft: TaskDraft): TaskWords {
  const { ownId, title, isParallel, isOptional, description, files, doneWhen, type } = draft;
  const {
    priority,
    owner,
    skills,
    effort,
    subtasks,
    checks,
    notes,
    risks,
    resources,
    requirements,
  } = draft;
  return {
    ...{
      ownId,
      title,
      isParallel,
      isOptional,
      description,
      files,
      doneWhen,
      type,
      priority,
      owner,
    },
    ...{ skills, effort, subtasks, checks, notes, risks, resources, requirements },
  };
}
