import { type InlineText, sliceInline } from "../outline/inline-text.ts";
import { readSide, type Side } from "../references/read-side.ts";
import type { GroupEntry, Reference, ReferenceIndex } from "../references/reference-index.ts";
import { findNamedList, listNamedLists, type NamedList } from "./find-named-list.ts";
import { readStatedPair } from "./read-stated-pair.ts";
import type { ReadStatement } from "./read-statement.ts";
import type { Rule, Rules } from "./recognise-rules.ts";

/** Confidence of what is said about tasks and groups away from them. */
const confidence = 0.9;

const pronoun =
  /^(?:all|both|each|these|this|they|it|this\s+(?:phase|stage|wave|story)|(?:all\s+)?tasks?\s+(?:here|in\s+this\s+phase))?$/i;
const modal =
  /(?:\s*\b(?:can|must|should|may|will|is|are|to|be|only|all|both|each|also|work|directly)|[:,\s]+)$/i;

/**
 * Resolves the rules of one bullet or sentence.
 *
 * The subject is what stands before the key word, else the label (`**Phase 3**:`), else the group that
 * the text stands in.
 */
export function readRules(
  { text, label, rules }: Rules,
  context: GroupEntry | undefined,
  index: ReferenceIndex,
): readonly ReadStatement[] {
  let lists: readonly NamedList[] | undefined;
  const findList = (name: string) => {
    lists ??= listNamedLists(text);
    return findNamedList(name, lists);
  };
  return rules.flatMap((rule) => {
    const { relation, whole } = rule;
    const subject = lookRound(readSubject(rule, label, context, index), rule, index);
    if (relation === "none") return [toNone(rule, subject)];
    const isKnown = readSide(rule.object, index).references.some(isFound);
    const object = isKnown ? rule.object : (findList(rule.object.text) ?? rule.object);
    return readStatedPair(
      { whole, relation, subject, object, confidence, basis: "rule" },
      context,
      index,
    );
  });
}

function readSubject(
  rule: Rule,
  label: InlineText,
  context: GroupEntry | undefined,
  index: ReferenceIndex,
): Side {
  const own = stripModals(rule.subject);
  if (!pronoun.test(own.text)) return readSide(own, index);
  const here: Side = {
    party: { refs: [], groupIds: context === undefined ? [] : [context.id] },
    references: [],
    words: own,
  };
  if (pronoun.test(label.text)) return here;
  const side = readSide(label, index);
  const isKnown = side.party.refs.length + side.party.groupIds.length > 0;
  return isKnown || context === undefined ? side : here;
}

/**
 * `All phases must complete before Phase 5` means those before it, `all tasks depend on T001` those after:
 * only the object says which.
 */
function lookRound(subject: Side, { relation, object }: Rule, index: ReferenceIndex): Side {
  const { party } = subject;
  const isSaid = party.refs.length + party.groupIds.length > 0;
  if (isSaid || !/^(?:all|every)/i.test(subject.words.text)) return subject;
  const later = readSide(object, index).party;
  if (relation === "after") {
    const last = Math.max(-1, ...later.refs.map((ref) => index.byRef.get(ref)?.order ?? -1));
    const next = last < 0 ? [] : index.tasks.slice(last + 1).map((task) => task.ref);
    return { ...subject, party: { refs: next, groupIds: [] }, references: [] };
  }
  const [ref = "", id = ""] = [later.refs[0], later.groupIds[0]];
  return readSide(subject.words, index, {
    task: index.byRef.get(ref),
    group: index.groupById.get(id),
  });
}

/** `Phase 7, 8: All must` is about `Phase 7, 8`. */
function stripModals(words: InlineText): InlineText {
  let stripped = words;
  for (;;) {
    const end = stripped.text.search(modal);
    if (end < 0) return stripped;
    stripped = sliceInline(stripped, 0, end);
  }
}

function isFound({ referent }: Reference): boolean {
  return referent.kind === "tasks" || referent.kind === "groups";
}

function toNone({ whole }: Rule, { party }: Side): ReadStatement {
  const none: Reference = {
    referent: { kind: "none" },
    text: whole.text,
    reason: undefined,
    at: 0,
    end: whole.text.length,
    isSoft: false,
  };
  return {
    whole,
    value: whole,
    relation: "after",
    subject: party,
    references: [none],
    confidence,
    basis: "rule",
  };
}
