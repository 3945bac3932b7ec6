import type { Asker, Reference, ReferenceIndex, Referent } from "./reference-index.ts";
import { resolveGroupReference } from "./resolve-group-reference.ts";
import { resolveNamedReference } from "./resolve-named-reference.ts";
import { resolveTaskReference } from "./resolve-task-reference.ts";
import { type ReferenceSegment, splitReferences } from "./split-references.ts";

/** What a segment starts with, and how much of it that takes. */
interface Recognised {
  readonly found: readonly Referent[];
  readonly length: number;
}

const noneWords =
  /^(?:none|n\/a|na|nothing|nil|no\s+(?:\w+\s+)?(?:dependenc(?:y|ies)|blockers?|prerequisites?)|∅|없음|无|無|なし|ninguna)(?![\w-])|^[-–—]$/i;
const fillers =
  /^(?:(?:the|both|either|on|upon|after|of|from|completion\s+of|completing|finishing|starting|start\s+of|only)\s+)+/i;
const inside =
  /\b(?:tasks?\s+\d|T-?\d{2,6}\b|(?:phase|wave|sprint|milestone|stage|layer|user\s+stor|us)(?:s|y|ies)?\s?\d)|(?<![A-Z0-9])(?:[A-Z][A-Z0-9]*[-_])+\d+/i;
const idleTail =
  /^(?:complet(?:e[ds]?|ion)|done|finished|tasks?|only|first|is|are|being|must|be|been|has|have|fully|operational|완료|✅|✓|[\s:.,;—–-])+/i;

const countedWord =
  /^(?:all\s+)?(tasks?|phases?|waves?|sprints?|milestones?|stages?|layers?|us|user\s+stor(?:y|ies))[\s-]*\d/i;

/**
 * Says what each part of a dependency text refers to: tasks, groups, nothing on purpose, something
 * outside the document, or something that looks like an ID and is none of it.
 *
 * A bare number takes its word from the part before it (`Phase 7, 8`). Words after a reference are
 * its reason, and so are parts that refer to nothing after a reason has begun.
 */
export function resolveReferences(
  text: string,
  index: ReferenceIndex,
  asker: Asker,
): readonly Reference[] {
  if (noneWords.test(text.trim())) return [none(text)];
  const whole = resolveNamedReference(text, index);
  if (whole !== undefined)
    return [{ referent: whole, text: text.trim(), reason: undefined, at: 0 }];
  const references: Reference[] = [];
  let word = "";
  for (const segment of splitReferences(text)) {
    const found = resolveSegment(segment, word, index, asker);
    word = wordOf(segment.core) ?? word;
    const last = references.at(-1);
    const isRemark = found.every(({ referent }) => referent.kind === "external");
    if (isRemark && last !== undefined && isExplained(last, segment)) {
      references[references.length - 1] = {
        ...last,
        reason: joinReason(last.reason, segment.core),
      };
    } else references.push(...found);
  }
  return references;
}

function none(text: string): Reference {
  return { referent: { kind: "none" }, text: text.trim(), reason: undefined, at: 0 };
}

function resolveSegment(
  { core, remarks, at }: ReferenceSegment,
  word: string,
  index: ReferenceIndex,
  asker: Asker,
): readonly Reference[] {
  const bare = core.replace(fillers, "");
  const isNumber = /^\d+(?:\.\d+)*(?:\s*[-–—~]\s*\d+(?:\.\d+)*)?\+?$/.test(bare);
  const text = isNumber && word !== "" ? `${word} ${bare}` : bare;
  const recognised =
    recognise(text, index, asker) ??
    recogniseInside(text, index, asker) ??
    recogniseRemark(remarks, index, asker);
  if (recognised === undefined) {
    return [{ referent: { kind: "external" }, text: core, reason: undefined, at }];
  }
  const rest = text.slice(recognised.length).replace(idleTail, "").trim();
  const reason = [rest, ...remarks].filter((part) => part !== "").join("; ");
  return recognised.found.map((referent) => ({
    referent,
    text: core === "" ? (remarks[0] ?? "") : core,
    reason: reason === "" ? undefined : reason,
    at,
  }));
}

function recognise(text: string, index: ReferenceIndex, asker: Asker): Recognised | undefined {
  if (noneWords.test(text)) return { found: [{ kind: "none" }], length: text.length };
  const tasks = resolveTaskReference(text, index, asker);
  if (tasks !== undefined) return tasks;
  const named = resolveNamedReference(text, index);
  if (named !== undefined) return { found: [named], length: text.length };
  const group = resolveGroupReference(text, index, asker);
  return group === undefined ? undefined : { found: [group.found], length: group.length };
}

/** A reference in the middle of a part: `the schema of T003`. */
function recogniseInside(
  text: string,
  index: ReferenceIndex,
  asker: Asker,
): Recognised | undefined {
  const at = text.search(inside);
  if (at <= 0) return undefined;
  const found = recognise(text.slice(at), index, asker);
  return found === undefined ? undefined : { found: found.found, length: text.length };
}

/** Where the words themselves say nothing, brackets may: `the base layer (Phase 2)`. */
function recogniseRemark(
  remarks: readonly string[],
  index: ReferenceIndex,
  asker: Asker,
): Recognised | undefined {
  for (const remark of remarks) {
    const found =
      resolveTaskReference(remark, index, asker) ?? resolveGroupReference(remark, index, asker);
    if (found === undefined) continue;
    const referents = [found.found].flat();
    if (referents.every(({ kind }) => kind !== "unresolved")) {
      return { found: referents, length: Number.MAX_SAFE_INTEGER };
    }
  }
  return undefined;
}

/** The word that a number after this part would have in front. */
function wordOf(core: string): string | undefined {
  const word = countedWord.exec(core.replace(fillers, ""))?.[1]?.toLowerCase();
  if (word === undefined) return undefined;
  return /^us/.test(word) ? "US" : word.replace(/s$/, "");
}

/** A part goes on with the reason before it: `T009: schema, index` or `T009, same file`. */
function isExplained(last: Reference, { core, isAfterComma }: ReferenceSegment): boolean {
  const isEdge = last.referent.kind === "tasks" || last.referent.kind === "groups";
  return isEdge && isAfterComma && (/:/.test(last.text) || /^same\b/i.test(core));
}

function joinReason(reason: string | undefined, more: string): string {
  return reason === undefined ? more : `${reason}, ${more}`;
}
