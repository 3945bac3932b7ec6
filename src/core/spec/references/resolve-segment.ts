import { normaliseName } from "../items/normalise-name.ts";
import { excludeReferences } from "./exclude-references.ts";
import { isNone } from "./is-none.ts";
import type { Asker, Reference, ReferenceIndex, Referent } from "./reference-index.ts";
import { type GroupReference, resolveGroupReference } from "./resolve-group-reference.ts";
import { resolveNamedReference } from "./resolve-named-reference.ts";
import { resolvePathId } from "./resolve-path-id.ts";
import { resolveTaskReference } from "./resolve-task-reference.ts";
import type { ReferenceSegment } from "./split-references.ts";

/** What a segment starts with, and how much of it that takes. */
interface Recognised {
  readonly found: readonly Referent[];
  readonly length: number;
}

const fillers =
  /^(?:(?:the|both|either|on|upon|after|of|from|by|for|until|only|completion\s+of|completing|finishing|starting|start\s+of|depends?\s+on|blocked\s+by|requires?|needs?|waits?\s+for|hard|internal|de|del|von|先に)\s+|(?:tasks?|task\s+ids?|ids?|internal|hard|upstream|same\s+spec)\s*:\s*)+/i;
const inside =
  /(?<![\w/.-])(?:tasks?\s+\d|T-?\d{2,6}\b|WP-?\d|(?:phase|wave|sprint|week|milestone|stage|layer|epic|user\s+stor|us)(?:s|y|ies)?\s?\d)|(?<![A-Z0-9/])(?:[A-Z][A-Z0-9]*[-_])+\d+/i;
const idleTail =
  /^(?:complet(?:e[ds]?|ion)|done|finished|tasks?|only|first|is|are|being|must|be|been|has|have|fully|operational|완료(?:\s*후)?|完成(?:后|後)?|完了(?:後)?|✅|✓|[\s:.,;—–-])+/i;
const doneWords =
  /\s*(?:(?:is|are|has\s+been|have\s+been)\s+(?:complete[d]?|done|finished|merged|ready)|완료(?:\s*후)?|이후|完成(?:后|後)?|完了(?:後)?|之后|の後|complete[d]?|done|✅|✓|[\s.])+$/i;
/** Another spec, plan or repository, or a path: what stands there is none of ours. */
const foreign =
  /^[\w.-]+(?:\/[\w.-]+)+(?:$|\s+#?(?:tasks?\s+)?(?:[A-Z]+-?)?\d)|^(?:external|other\s+(?:team|spec)s?)\s*:|(?:^|\b(?:from|of|in)\s+)(?:the\s+)?(?:spec|plan|repo|repository|PR|pull\s+request|RFC|ADR)[\s#-]+(?:\d|[A-Z]{2,}-)/i;
const soft =
  /^(?:\w+\s+)?(?:optional(?:ly)?|soft|nice[\s-]to[\s-]have|recommended|preferred|preferably|ideally|weak|not\s+(?:strictly\s+)?required|if\s+(?:available|ready|possible))(?:\s+dependency)?$/i;
const softLead = /^(?:optional(?:ly)?|soft|ideally|preferably)\s*:?\s+/i;
/** Ends in the name of something that tasks make. */
const made =
  /^(?:[a-z][\w-]*\s+){0,3}(?:scripts?|files?|tables?|schemas?|migrations?|models?|components?|endpoints?|fixtures?|credentials|libraries|library|artefacts?|artifacts?|documents?|outputs?|results?)$/i;
const exception =
  /^(?:except(?:ing)?(?:\s+for)?|excluding|excl\.?|without|not|but\s+not|minus)\s+(.+)$/is;
const inclusion = /^(?:including|incl\.?|plus|and\s+also|as\s+well\s+as)\s+(.+)$/is;

/**
 * Resolves one part of a list: what it begins with, else what is named in the middle of it (`the schema of
 * T003`), else what its brackets say. A part that names nothing of the document is external.
 *
 * @param word What a bare number means here, such as `phase`; empty if nothing was said before it.
 */
export function resolveSegment(
  segment: ReferenceSegment,
  word: string,
  index: ReferenceIndex,
  asker: Asker,
): readonly Reference[] {
  const { core, remarks, at, end, isAlternative } = segment;
  const isSoft =
    isAlternative || softLead.test(core) || remarks.some((remark) => soft.test(remark));
  const bare = core.replace(softLead, "").replace(fillers, "").replace(doneWords, "");
  const isNumber = /^#?\d+(?:\.\d+)*(?:\s*[-–—~]\s*\d+(?:\.\d+)*)?\+?$/.test(bare);
  const text = isNumber && word !== "" ? `${word} ${bare}` : bare;
  const recognised = isForeign(core, index)
    ? undefined
    : (recognise(text, index, asker) ??
      recogniseInside(text, index, asker) ??
      recogniseRemark(remarks, index, asker));
  const said = { text: core === "" ? (remarks[0] ?? "") : core, at, end, isSoft, isAlternative };
  if (recognised === undefined) {
    return [{ ...said, referent: { kind: "external" }, reason: undefined }];
  }
  const rest = text.slice(recognised.length).replace(idleTail, "").trim();
  if (isPartOfGroup(recognised, rest, index)) {
    const why = `"${rest}" is something that these tasks make, and nothing says which of them`;
    return [{ ...said, referent: { kind: "unresolved", why }, reason: undefined }];
  }
  const reason = [rest, ...remarks].filter((part) => part !== "").join("; ") || undefined;
  const references = recognised.found.map((referent) => ({ ...said, referent, reason }));
  return applyRemarks(references, segment, index, asker);
}

/** `Phase 2 migration scripts`: not the phase is named but one thing of it, unless its title says so too. */
function isPartOfGroup({ found }: Recognised, rest: string, index: ReferenceIndex): boolean {
  if (!made.test(rest)) return false;
  const titles = found.map((referent) =>
    referent.kind === "groups"
      ? referent.ids.flatMap((id) => index.groupById.get(id)?.names ?? [])
      : undefined,
  );
  const name = normaliseName(rest);
  return titles.every((names) => names?.every((each) => !each.includes(name)) === true);
}

/** `All of phase 1 (except T002)`, `Phase 2 (including 2.9)`. */
function applyRemarks(
  references: readonly Reference[],
  segment: ReferenceSegment,
  index: ReferenceIndex,
  asker: Asker,
): readonly Reference[] {
  let result = references;
  for (const remark of segment.remarks) {
    for (const [pattern, isAdded] of [
      [exception, false],
      [inclusion, true],
    ] as const) {
      const listed = pattern.exec(remark)?.[1]?.split(/[,;&]|\band\b/) ?? [];
      const named = listed.flatMap((part) => {
        const found = recognise(part.trim(), index, asker)?.found ?? [];
        return found
          .filter(({ kind }) => kind === "tasks" || kind === "groups")
          .map((referent) => ({
            ...segment,
            text: part.trim(),
            referent,
            reason: undefined,
            isSoft: false,
          }));
      });
      result = isAdded ? [...result, ...named] : excludeReferences(result, named, index);
    }
  }
  return result;
}

function isForeign(core: string, index: ReferenceIndex): boolean {
  return foreign.test(core) && resolvePathId(core, index) === undefined;
}

function recognise(text: string, index: ReferenceIndex, asker: Asker): Recognised | undefined {
  const path = resolvePathId(text, index);
  if (path !== undefined) return { found: [path], length: text.length };
  if (isNone(text)) return { found: [{ kind: "none" }], length: text.length };
  const tasks = resolveTaskReference(text, index, asker);
  if (tasks !== undefined) return tasks;
  const named = resolveNamedReference(text, index);
  if (named !== undefined) return { found: [named], length: text.length };
  const story = recogniseStory(text, index, asker);
  if (story !== undefined) return story;
  const group = resolveGroupReference(text, index, asker);
  if (group === undefined) return undefined;
  return recogniseWithin(text, group, index) ?? { found: [group.found], length: group.length };
}

/** `Story 1.1` where stories are the tasks. */
function recogniseStory(text: string, index: ReferenceIndex, asker: Asker): Recognised | undefined {
  const word = /^(?:user\s+)?stor(?:y|ies)\s+#?(?=\d+\.\d)/i.exec(text)?.[0] ?? "";
  const task =
    word === "" ? undefined : resolveTaskReference(text.slice(word.length), index, asker);
  const isTask = task?.found.every(({ kind }) => kind === "tasks") === true;
  return isTask ? { found: task.found, length: word.length + task.length } : undefined;
}

/** `Phase 1 Task 2`, `Sprint 3: T012`: the one task of that group. */
function recogniseWithin(
  text: string,
  { found, length }: GroupReference,
  index: ReferenceIndex,
): Recognised | undefined {
  const rest = /^[\s:,/.–—-]*(?=(?:tasks?|steps?)\s+#?\d|[A-Z]+-?\d|\d+\.\d)/i.exec(
    text.slice(length),
  );
  const [id = ""] = found.kind === "groups" ? found.ids : [];
  const group = index.groupById.get(id);
  const task = index.byRef.get(group?.taskRefs[0] ?? "");
  if (rest === null || task === undefined) return undefined;
  const from = length + rest[0].length;
  const one = resolveTaskReference(text.slice(from), index, { task, group });
  const isThere = one?.found.every(
    (each) => each.kind === "tasks" && each.refs.every((ref) => group?.taskRefs.includes(ref)),
  );
  return one !== undefined && isThere === true
    ? { found: one.found, length: from + one.length }
    : undefined;
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
