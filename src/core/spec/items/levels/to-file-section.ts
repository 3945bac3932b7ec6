import { toInline } from "../../outline/inline-text.ts";
import type { TaskDraft } from "../task-draft.ts";
import type { Candidate } from "./candidate.ts";

/** A file that is a task by its front matter, as the section that all of it stands in. */
export function toFileSection(task: TaskDraft) {
  const { ownId, title, span } = task;
  const rest = toInline(title, span.start);
  const tags = { isParallel: false, stories: [], priority: undefined, rest };
  const line: Candidate["line"] = {
    ...{ hasBox: false, state: undefined, isOptional: false, ownId, word: undefined },
    ...{ tags, placeholder: undefined },
  };
  const common = { heading: undefined, parent: undefined, depth: 0 };
  return { construct: "file" as const, file: task, line, title: rest, span, ...common };
}
