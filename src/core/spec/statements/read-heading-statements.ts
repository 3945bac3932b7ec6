import type { RefTask } from "../items/assign-refs.ts";
import type { GroupDrafts } from "../items/build-groups.ts";
import type { Heading } from "../outline/outline.ts";
import type { ReferenceIndex } from "../references/reference-index.ts";
import { resolveReferences } from "../references/resolve-references.ts";
import type { Party, ReadStatement } from "./read-statement.ts";
import { recogniseDependencyPhrases } from "./recognise-dependency-phrase.ts";

/**
 * Reads headings such as `Rename in place (depends on T016)`: what they say holds for all tasks under
 * them. Words that name nothing of this document are left to the heading; what the heading of a task says,
 * that task says.
 */
export function readHeadingStatements(
  headings: readonly Heading[],
  tasks: readonly RefTask[],
  groups: GroupDrafts,
  index: ReferenceIndex,
): readonly ReadStatement[] {
  const own = new Set(tasks.map(({ draft }) => draft.span.start));
  return headings.flatMap((heading) => {
    if (own.has(heading.span.start)) return [];
    const phrases = recogniseDependencyPhrases(heading.title).filter(
      (phrase) => phrase.relation !== "none",
    );
    if (phrases.length === 0) return [];
    const subject = listSubject(heading, tasks, groups);
    const group = index.groupById.get(subject.groupIds[0] ?? "");
    return phrases.flatMap(({ whole, value, relation }) => {
      const references = resolveReferences(value.text, index, { task: undefined, group }).filter(
        ({ referent }) => referent.kind !== "external",
      );
      if (references.length === 0 || relation === "none") return [];
      return [{ whole, value, relation, subject, references, confidence: 0.9, basis: "rule" }];
    });
  });
}

/** The group that the heading opens, else the tasks under it. */
function listSubject(heading: Heading, tasks: readonly RefTask[], groups: GroupDrafts): Party {
  const group = groups.groups.find((each) => each.heading === heading);
  if (group !== undefined) return { refs: [], groupIds: [group.group.id] };
  const under = tasks.filter(({ draft }) => isUnder(draft.heading, heading));
  return { refs: under.map((task) => task.ref), groupIds: [] };
}

function isUnder(heading: Heading | undefined, top: Heading): boolean {
  for (let above = heading; above !== undefined; above = above.parent) {
    if (above === top) return true;
  }
  return false;
}
