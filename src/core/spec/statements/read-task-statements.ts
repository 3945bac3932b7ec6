import type { RefTask } from "../items/assign-refs.ts";
import { recognisePlaceholder } from "../items/recognise-placeholder.ts";
import {
  type InlineText,
  indexOfOffset,
  joinInlineLines,
  offsetAt,
  sliceInline,
} from "../outline/inline-text.ts";
import { readSide } from "../references/read-side.ts";
import type { Asker, Reference, ReferenceIndex } from "../references/reference-index.ts";
import { resolveReferences } from "../references/resolve-references.ts";
import { hideStruck } from "./hide-struck.ts";
import type { Party, ReadStatement } from "./read-statement.ts";
import { splitInverse } from "./split-inverse.ts";

/** Reads what a task itself says about dependencies: phrases of its line, then its keys. */
export function readTaskStatements(
  { ref, draft }: RefTask,
  index: ReferenceIndex,
): readonly ReadStatement[] {
  const task = index.byRef.get(ref);
  const asker: Asker = { task, group: index.groupById.get(task?.groupId ?? "") };
  const subject = toParty([ref]);
  const read = (whole: InlineText, value: InlineText): ReadStatement => ({
    whole,
    value,
    relation: "after",
    subject,
    references: resolveReferences(value.text, index, asker),
    confidence: 1,
    basis: "task",
  });

  const phrases = draft.phrases.flatMap(({ relation, whole, value, isStrict, isOfStep, about }) => {
    const named = about === undefined ? [] : readSide(about, index).party.refs;
    const statement = {
      ...read(whole, value),
      ...(named.length > 0 && { subject: toParty(named) }),
    };
    if (relation === "none") return [{ ...statement, references: [noneOf(value)] }];
    const references = statement.references.filter(
      (each) => (!isStrict || isFound(each)) && !(isOfStep === true && isOnly(each, ref)),
    );
    return references.length === 0 ? [] : [{ ...statement, relation, references }];
  });
  const links = draft.links.flatMap(({ key, line, values }) =>
    values
      .map(hideStruck)
      .filter(({ text }) => text.trim() !== "")
      .filter((value) => recognisePlaceholder(value) === undefined)
      .flatMap((value, place) => {
        const at = place === 0 ? indexOfOffset(line, offsetAt(value, 0) ?? -1) : -1;
        const whole = at < 0 ? value : joinInlineLines([sliceInline(line, 0, at), value]);
        if (key === "blocks") return [{ ...read(whole, value), relation: "before" as const }];
        return splitInverse(value).map((part) => ({
          ...read(whole, part.value),
          relation: part.isInverse ? ("before" as const) : ("after" as const),
        }));
      }),
  );
  return [...phrases, ...links];
}

function toParty(refs: readonly string[]): Party {
  return { refs, groupIds: [] };
}

function isFound({ referent }: Reference): boolean {
  return referent.kind !== "external" && referent.kind !== "none";
}

function isOnly({ referent }: Reference, ref: string): boolean {
  if (referent.kind === "none") return true;
  return referent.kind === "tasks" && referent.refs.every((each) => each === ref);
}

function noneOf(value: InlineText): Reference {
  return {
    referent: { kind: "none" },
    text: value.text,
    reason: undefined,
    at: 0,
    end: value.text.length,
    isSoft: false,
  };
}
