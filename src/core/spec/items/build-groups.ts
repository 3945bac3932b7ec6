import type { SpecGroup } from "../../model/spec.ts";
import type { Source } from "../outline/build-source.ts";
import type { Heading } from "../outline/outline.ts";
import { cleanGroupTitle } from "./clean-group-title.ts";
import { type GroupHeading, recogniseGroupHeading } from "./recognise-group-heading.ts";
import type { TaskDraft } from "./task-draft.ts";

/** A group with what its heading said. */
export interface GroupDraft {
  readonly group: Omit<SpecGroup, "taskRefs">;
  /** Absent for a plain section. */
  readonly label: GroupHeading | undefined;
  /** The heading that opens it. */
  readonly heading: Heading;
}

/** The groups of a document and which heading leads into which. */
export interface GroupDrafts {
  /** In document order; each has tasks. */
  readonly groups: readonly GroupDraft[];
  /** The group of the tasks that stand under a heading. */
  readonly groupOf: (heading: Heading | undefined) => GroupDraft | undefined;
}

/**
 * Groups tasks by heading: by the nearest phase above them, else the nearest user story, else the
 * nearest heading. A second heading of the same phase goes on with the first one's group.
 */
export function buildGroups(tasks: readonly TaskDraft[], source: Source): GroupDrafts {
  const byId = new Map<string, GroupDraft>();
  const byHeading = new Map<Heading, GroupDraft | undefined>();
  for (const { heading } of tasks) {
    if (heading === undefined || byHeading.has(heading)) continue;
    const draft = draftGroup(pickHeading(heading), byId, source);
    byId.set(draft.group.id, draft);
    byHeading.set(heading, draft);
  }
  return { groups: [...byId.values()], groupOf };

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
    group: {
      id,
      kind: label?.kind ?? "section",
      number: label?.kind === "phase" && Number.isSafeInteger(number) ? number : undefined,
      story: label?.story,
      title: label?.title ?? cleanGroupTitle(heading.title.text),
      priority: label?.priority,
      evidence: source.evidenceOf(heading.span),
      goal: undefined,
      durationHours: undefined,
      path,
      line,
    },
  };
}

/** `phase:2`, `story:US1`; what is called otherwise keeps its word: `wave:2`. */
function toGroupId({ kind, word, number, story }: GroupHeading): string {
  return kind === "story" ? `story:${story}` : `${word}:${number}`;
}
