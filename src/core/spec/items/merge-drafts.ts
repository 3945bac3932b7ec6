import type { Construct, TaskDraft } from "./task-draft.ts";

/** The fuller way of writing a task first. */
const rank: readonly Construct[] = ["file", "record", "section", "box", "bullet", "row"];

/**
 * Makes one task of two ways of writing it, such as a heading with its details and a box in a list: the
 * fuller one counts, the other fills what it leaves open. Dependencies of both count, and a box says
 * how far it is, except of a file that says it is done.
 */
export function mergeDrafts(a: TaskDraft, b: TaskDraft): TaskDraft {
  const [main, more] = rank.indexOf(a.construct) <= rank.indexOf(b.construct) ? [a, b] : [b, a];
  const box = [main, more].find(({ construct }) => construct === "box");
  const isClosed = main.construct === "file" && main.state === "done";
  const longer = <Item>(one: readonly Item[], other: readonly Item[]) =>
    one.length > 0 ? one : other;
  return {
    ...main,
    state: isClosed ? "done" : (box?.state ?? main.state ?? more.state),
    isParallel: main.isParallel || more.isParallel,
    isOptional: main.isOptional || more.isOptional,
    stories: longer(main.stories, more.stories),
    description: main.description ?? more.description,
    files: longer(main.files, more.files),
    doneWhen: longer(main.doneWhen, more.doneWhen),
    type: main.type ?? more.type,
    priority: main.priority ?? more.priority,
    owner: main.owner ?? more.owner,
    skills: longer(main.skills, more.skills),
    effort: main.effort ?? more.effort,
    subtasks: longer(main.subtasks, more.subtasks),
    checks: longer(main.checks, more.checks),
    notes: longer(main.notes, more.notes),
    risks: longer(main.risks, more.risks),
    resources: longer(main.resources, more.resources),
    requirements: longer(main.requirements, more.requirements),
    phrases: [...main.phrases, ...more.phrases],
    links: [...main.links, ...more.links],
    placeholder: main.placeholder ?? more.placeholder,
    containers: longer(main.containers, more.containers),
  };
}
