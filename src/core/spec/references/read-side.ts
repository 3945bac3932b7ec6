import type { InlineText } from "../outline/inline-text.ts";
import type { Party } from "../statements/read-statement.ts";
import type { Asker, Reference, ReferenceIndex } from "./reference-index.ts";
import { resolveReferences } from "./resolve-references.ts";

/** One side of a dependency: the tasks and groups that were meant, and how each part was resolved. */
export interface Side {
  readonly party: Party;
  readonly references: readonly Reference[];
  /** What the references were read from. */
  readonly words: InlineText;
}

const nobody: Asker = { task: undefined, group: undefined };

/** Resolves the words for one side of a dependency, said by nobody in particular unless told. */
export function readSide(words: InlineText, index: ReferenceIndex, asker: Asker = nobody): Side {
  const references = resolveReferences(words.text, index, asker);
  const party: Party = {
    refs: references.flatMap(({ referent }) => (referent.kind === "tasks" ? referent.refs : [])),
    groupIds: references.flatMap(({ referent }) =>
      referent.kind === "groups" ? referent.ids : [],
    ),
  };
  return { party, references, words };
}
