import type { Span } from "../outline/inline-text.ts";
import type { Construct, TaskDraft } from "./task-draft.ts";

/** A task of which nothing is known but where it stands. */
export function emptyDraft(construct: Construct, span: Span): TaskDraft {
  return {
    construct,
    dialect: undefined,
    ownId: undefined,
    title: "",
    state: undefined,
    isParallel: false,
    isOptional: false,
    stories: [],
    description: undefined,
    files: [],
    doneWhen: [],
    type: undefined,
    priority: undefined,
    owner: undefined,
    skills: [],
    effort: undefined,
    subtasks: [],
    checks: [],
    notes: [],
    risks: [],
    resources: [],
    requirements: [],
    phrases: [],
    links: [],
    placeholder: undefined,
    heading: undefined,
    containers: [],
    span,
  };
}
