import type { SpecGroup } from "../../model/spec.ts";
import type { Source } from "../outline/build-source.ts";
import type { Block, Heading } from "../outline/outline.ts";
import { cleanGroupTitle } from "./clean-group-title.ts";
import { readTitleLine } from "./line/read-title-line.ts";
import { readGroupWords } from "./read-group-words.ts";
import { type GroupHeading, recogniseGroupHeading } from "./recognise-group-heading.ts";
import type { Container, TaskDraft } from "./task-draft.ts";

/** A group with what its heading said. */
export interface GroupDraft {
  readonly group: Omit<SpecGroup, "taskRefs">;
  /** Absent for a plain section. */
  readonly label: GroupHeading | undefined;
  /** The heading that opens it, unless an item does. */
  readonly heading: Heading | undefined;
  /** Its own ID, where it is an item that holds tasks: `1` of `1.1`. */
  readonly ownId: string | undefined;
}

/** The groups of a document and which heading leads into which. */
export interface GroupDrafts {
  /** In document order; each has tasks. */
  readonly groups: readonly GroupDraft[];
  /** The group of the tasks that stand under a heading. */
  readonly groupOf: (heading: Heading | undefined) => GroupDraft | undefined;
  /** The group of a task. */
  readonly groupOfTask: (task: TaskDraft) => GroupDraft | undefined;
}

/**
 * Groups tasks by the nearest phase above them, else the nearest user story, else the item that holds
 * them (`1` of `1.1`), else the nearest heading. A second heading of the same phase goes on with the
 * first one's group.
 *
 * @param others Blocks that are in no task: what they say of goals and durations is the group's.
 */
export function buildGroups(
  tasks: readonly TaskDraft[],
  others: readonly Block[],
  source: Source,
): GroupDrafts {
  const byId = new Map<string, GroupDraft>();
  const byHeading = new Map<Heading, GroupDraft | undefined>();
  const byTask = new Map<TaskDraft, GroupDraft>();
  for (const task of tasks) {
    const draft = draftGroupOf(task, byId, source);
    if (draft === undefined) continue;
    byId.set(draft.group.id, draft);
    byTask.set(task, draft);
    if (task.heading !== undefined && draft.ownId === undefined) byHeading.set(task.heading, draft);
  }
  const words = readGroupWords([...byId.values()], others, source.text);
  const groups = [...byId.values()].map((draft) => {
    const group = { ...draft.group, ...words.get(draft) };
    return { ...draft, group };
  });
  return { groups, groupOf, groupOfTask: (task) => byTask.get(task) };

  function groupOf(heading: Heading | undefined): GroupDraft | undefined {
    if (heading === undefined) return undefined;
    const known = byHeading.get(heading);
    if (known !== undefined || byHeading.has(heading)) return known;
    const picked = pickHeading(heading);
    const label = recogniseGroupHeading(picked.title.text);
    const found = label === undefined ? undefined : byId.get(toGroupId(label));
    byHeading.set(heading, found);
    return found;
  }
}

/** The nearest phase at or above a heading, else the nearest story, else the heading itself. */
function pickHeading(heading: Heading): Heading {
  let story: Heading | undefined;
  for (let above: Heading | undefined = heading; above !== undefined; above = above.parent) {
    const kind = recogniseGroupHeading(above.title.text)?.kind;
    if (kind === "phase") return above;
    if (kind === "story") story ??= above;
  }
  return story ?? heading;
}

function draftGroupOf(
  task: TaskDraft,
  known: ReadonlyMap<string, GroupDraft>,
  source: Source,
): GroupDraft | undefined {
  const holder = task.containers.at(-1);
  const heading = task.heading && pickHeading(task.heading);
  const isLabelled =
    heading !== undefined && recogniseGroupHeading(heading.title.text) !== undefined;
  if (holder !== undefined && !isLabelled) return draftHolder(holder, known, source);
  return heading && draftGroup(heading, known, source);
}

/** The group of an item that holds tasks; its column tells it from another on its line. */
function draftHolder(
  { ownId, title, priority, span }: Container,
  known: ReadonlyMap<string, GroupDraft>,
  source: Source,
): GroupDraft {
  const { path, line, column } = source.placeAt(span.start);
  const evidence = source.evidenceOf(span);
  const isOther = known.get(`section:${line}`)?.group.evidence.loc.start !== evidence.loc.start;
  const id =
    known.has(`section:${line}`) && isOther ? `section:${line}:${column}` : `section:${line}`;
  return (
    known.get(id) ?? {
      label: undefined,
      heading: undefined,
      ownId,
      group: {
        id,
        kind: "section",
        number: undefined,
        story: undefined,
        title: title === "" ? (ownId ?? id) : title,
        priority,
        evidence,
        goal: undefined,
        durationHours: undefined,
        path,
        line,
      },
    }
  );
}

function draftGroup(
  heading: Heading,
  known: ReadonlyMap<string, GroupDraft>,
  source: Source,
): GroupDraft {
  const label = recogniseGroupHeading(heading.title.text);
  const { path, line } = source.placeAt(heading.span.start);
  const id = label === undefined ? `section:${line}` : toGroupId(label);
  const existing = known.get(id);
  if (existing !== undefined) return existing;
  const number = Number.parseInt(label?.number ?? "", 10);
  return {
    label,
    heading,
    ownId: undefined,
    group: {
      id,
      kind: label?.kind ?? "section",
      number: label?.kind === "phase" && Number.isSafeInteger(number) ? number : undefined,
      story: label?.story,
      title: label?.title ?? cleanGroupTitle(heading.title.text),
      priority: label?.priority,
      evidence: source.evidenceOf(heading.span),
      goal: undefined,
      durationHours: readTitleLine(heading.title).effort?.hours,
      path,
      line,
    },
  };
}

/** `phase:2`, `story:US1`; what is called otherwise keeps its word: `wave:2`. */
function toGroupId({ kind, word, number, story }: GroupHeading): string {
  return kind === "story" ? `story:${story}` : `${word}:${number}`;
}
