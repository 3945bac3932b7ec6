import type { StatementBasis } from "../../model/spec.ts";
import type { InlineText } from "../outline/inline-text.ts";
import type { Side } from "../references/read-side.ts";
import type {
  Asker,
  GroupEntry,
  Reference,
  ReferenceIndex,
} from "../references/reference-index.ts";
import { resolveReferences } from "../references/resolve-references.ts";
import type { Party, ReadStatement } from "./read-statement.ts";

/** Two sides of which one waits for the other. */
export interface StatedPair {
  readonly whole: InlineText;
  readonly relation: "after" | "before";
  readonly subject: Side;
  readonly object: InlineText;
  readonly basis: StatementBasis;
  readonly confidence: number;
}

const thisGroup =
  /^(?:this|the)\s+(?:phase|stage|wave|story)\s+(?:is|are|has)\b|^this\s+(?:phase|stage|wave|story)\b/i;
const relative = /\b(?:all|every|any|user\s+stor|previous|prior|other)/i;

/**
 * Resolves the object of a pair for its subject. Where the subject is nothing of this document only
 * what is outside or unknown is kept, so that no edge is invented.
 *
 * @param context The group that the text stands in, for `this phase`.
 */
export function readStatedPair(
  { whole, relation, subject, object, basis, confidence }: StatedPair,
  context: GroupEntry | undefined,
  index: ReferenceIndex,
): readonly ReadStatement[] {
  const common = { whole, value: object, relation, confidence, basis };
  const { party } = subject;
  if (party.refs.length + party.groupIds.length === 0) {
    const failed = subject.references.filter(({ referent }) => referent.kind === "unresolved");
    return failed.length > 0
      ? [{ ...common, value: subject.words, subject: party, references: failed }]
      : [{ ...common, subject: party, references: [toExternal(object)] }];
  }
  return splitParty(party, object.text).map((part) => {
    const references =
      context !== undefined && thisGroup.test(object.text)
        ? [toGroup(context, object)]
        : resolveReferences(object.text, index, toAsker(part, index));
    return { ...common, subject: part, references };
  });
}

/** What `all previous phases` means depends on who asks, so groups are asked for one by one there. */
function splitParty(party: Party, object: string): readonly Party[] {
  if (party.groupIds.length < 2 || !relative.test(object)) return [party];
  const groups = party.groupIds.map((id) => ({ refs: [], groupIds: [id] }));
  return party.refs.length > 0 ? [{ refs: party.refs, groupIds: [] }, ...groups] : groups;
}

function toAsker({ refs, groupIds }: Party, index: ReferenceIndex): Asker {
  const [ref = ""] = refs;
  const [id = ""] = groupIds;
  return {
    task: refs.length === 1 ? index.byRef.get(ref) : undefined,
    group: groupIds.length === 1 ? index.groupById.get(id) : undefined,
  };
}

function toExternal(text: InlineText): Reference {
  return {
    referent: { kind: "external" },
    text: text.text,
    reason: undefined,
    at: 0,
    end: text.text.length,
    isSoft: false,
  };
}

function toGroup(group: GroupEntry, text: InlineText): Reference {
  return {
    referent: { kind: "groups", ids: [group.id] },
    text: text.text,
    reason: undefined,
    at: 0,
    end: text.text.length,
    isSoft: false,
  };
}
