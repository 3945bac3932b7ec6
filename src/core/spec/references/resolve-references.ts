import { unifyMarks } from "../../text/unify-marks.ts";
import { excludeReferences, isCovered } from "./exclude-references.ts";
import { isNone } from "./is-none.ts";
import type { Asker, Reference, ReferenceIndex } from "./reference-index.ts";
import { resolveNamedReference } from "./resolve-named-reference.ts";
import { resolveSegment } from "./resolve-segment.ts";
import { type ReferenceSegment, splitReferences } from "./split-references.ts";

const countedWord =
  /^(?:all\s+)?(tasks?|phases?|waves?|sprints?|weeks?|milestones?|stages?|layers?|epics?|us|user\s+stor(?:y|ies))[\s-]*#?\d/i;
/** What follows is all there is to wait for. */
const nothingBut =
  /^\s*(?:on\s+)?(?:nothing|none|no\s+other\s+tasks?)\s+(?:but|except|besides|other\s+than)\s+/i;
/** Remarks in a list that say nothing about order: a duration, `parallel: false`. */
const idle =
  /^(?:~?\d+(?:\.\d+)?(?:\s*-\s*\d+(?:\.\d+)?)?\s*(?:h|hrs?|hours?|m|mins?|minutes?|d|days?|w|weeks?|pts?|points?|sp)|(?:parallel|size|priority|est|estimate)\s*:\s*[\w-]+)$/i;

/**
 * Says what each part of a dependency text refers to: tasks, groups, nothing on purpose, something
 * outside the document, or something that looks like an ID and is none of it.
 *
 * A bare number takes its word from the part before it (`Phase 7, 8`). Words after a reference are
 * its reason, and so are parts that refer to nothing after a reason has begun. Exceptions (`T001-T009
 * except T004`) take away from the parts before them.
 */
export function resolveReferences(
  written: string,
  index: ReferenceIndex,
  asker: Asker,
): readonly Reference[] {
  const text = unifyMarks(written).replace(nothingBut, (words) => " ".repeat(words.length));
  const all = { text: text.trim(), reason: undefined, at: 0, end: text.length, isSoft: false };
  if (isNone(text)) return [{ ...all, referent: { kind: "none" } }];
  const whole = resolveNamedReference(text, index);
  if (whole !== undefined) return [{ ...all, referent: whole }];

  let references: readonly Reference[] = [];
  let word = "";
  let before: readonly Reference[] | undefined;
  for (const segment of withoutIdle(splitReferences(text))) {
    const found = resolveSegment(segment, word, index, asker);
    word = wordOf(segment.core) ?? word;
    if (segment.isExcluded || (before !== undefined && isCovered(found, before, index))) {
      before ??= references;
      references = excludeReferences(references, found, index);
    } else {
      before = undefined;
      references = addReferences(references, found, segment);
    }
  }
  return references;
}

function withoutIdle(segments: readonly ReferenceSegment[]): readonly ReferenceSegment[] {
  const kept = segments.filter(({ core }) => !idle.test(core));
  return kept.length > 0 ? kept : segments;
}

function addReferences(
  references: readonly Reference[],
  found: readonly Reference[],
  segment: ReferenceSegment,
): readonly Reference[] {
  const last = references.at(-1);
  const isRemark = found.every(({ referent }) => referent.kind === "external");
  if (!isRemark || last === undefined || !isExplained(last, segment)) {
    return [...references, ...found];
  }
  const reason = last.reason === undefined ? segment.core : `${last.reason}, ${segment.core}`;
  return [...references.slice(0, -1), { ...last, reason }];
}

/** The word that a number after this part would have in front. */
function wordOf(core: string): string | undefined {
  if (/^(?:T|WP)-?\d/i.test(core)) return "task";
  const word = countedWord.exec(core)?.[1]?.toLowerCase();
  if (word === undefined) return undefined;
  return /^us/.test(word) ? "US" : word.replace(/s$/, "");
}

/** A part goes on with the reason before it: `T009: schema, index` or `T009, same file`. */
function isExplained(last: Reference, { core, isAfterComma }: ReferenceSegment): boolean {
  const isEdge = last.referent.kind === "tasks" || last.referent.kind === "groups";
  return isEdge && isAfterComma && (/:/.test(last.text) || /^same\b/i.test(core));
}
