import type { Asker, GroupEntry, ReferenceIndex, Referent } from "./reference-index.ts";
import { resolveEarlier } from "./resolve-earlier.ts";
import { toGroupWord } from "./to-group-word.ts";

const words =
  "phase|wave|sprint|week|milestone|stage|layer|epic|iteration|level|tier|lane|user\\s+stor|stor|us|fase|etapa|semana|semaine|阶段|階段|フェーズ|단계|第\\s*\\d+\\s*(?:阶段|階段|フェーズ|週|周)";
const dash = "[-–—~〜]|\\.{2,3}|…|\\b(?:to|through|thru)\\b";
const numbered = new RegExp(
  `^(?:(?:(?:all|every|each)\\s+(?:of\\s+)?)|(?:everything\\s+(?:in|of|from|under)\\s+))?(?:the\\s+)?(?:tasks?\\s+(?:in|of|from|under)\\s+)?(?:the\\s+)?(${words})(?:e?s|y|ies)?[\\s-]*#?(\\d+(?:\\.\\d+)*|[A-Z](?!\\w))(?:\\s*(?:${dash})\\s*(?:[a-z]+\\s*)?(\\d+))?(\\+)?(?!\\w)(?:['’]s\\b)?(?:\\s+tasks?\\b(?!\\s*#?\\d))?`,
  "i",
);
const ordinal = /^(?:第\s*(\d+)\s*(阶段|階段|フェーズ|週|周)|(\d+)\s*(단계))/;
const stories =
  /^(?:(?:all|any|every|each|both|desired|remaining|other)\s+){0,2}(?:desired\s+)?user\s+stor(?:y|ies)\b(?!\s*#?\d)/i;

/** What a reference to groups comes to, and how much of the text it takes. */
export interface GroupReference {
  readonly found: Referent;
  readonly length: number;
}

/**
 * Recognises phases and stories at the start of a text: by number (`Phase 2`, `US3`, `Phases 3–7`,
 * `Phase 3+`, `Week 2`, `all Phase 2 tasks`) or as a set (`all previous phases`, `all user stories`,
 * `all tasks`, `the previous phase`).
 *
 * A set leaves out who asks and, where it is "all", whatever comes after them.
 *
 * @returns `undefined` if the text starts with no such thing.
 */
export function resolveGroupReference(
  text: string,
  index: ReferenceIndex,
  asker: Asker,
): GroupReference | undefined {
  return (
    readOrdinal(text, index) ??
    readNumbered(text, index) ??
    resolveEarlier(text, index, asker) ??
    readStories(text, index, asker)
  );
}

function readOrdinal(text: string, index: ReferenceIndex): GroupReference | undefined {
  const match = ordinal.exec(text);
  if (match === null) return undefined;
  const found = findNumbered({
    word: match[2] ?? match[4] ?? "",
    first: match[1] ?? match[3] ?? "",
  });
  return { found: found(index, match[0]), length: match[0].length };
}

function readNumbered(text: string, index: ReferenceIndex): GroupReference | undefined {
  const match = numbered.exec(text);
  if (match === null) return undefined;
  const [whole, word = "", first = "", last, plus] = match;
  const found = findNumbered({ word, first, last: plus === undefined ? last : "Infinity" })(
    index,
    whole,
  );
  const isLetter = /^[a-z]$/i.test(first);
  return isLetter && found.kind === "unresolved" ? undefined : { found, length: whole.length };
}

interface Numbered {
  readonly word: string;
  readonly first: string;
  readonly last?: string | undefined;
}

function findNumbered({ word, first, last }: Numbered) {
  const name = toGroupWord(word);
  const isStory = name === "story";
  const isMatch = (group: GroupEntry) => {
    if (!isStory && group.word !== name) return false;
    const value = Number.parseFloat(
      (isStory ? group.story?.replace("US", "") : group.number) ?? "",
    );
    return value >= Number.parseFloat(first) && value <= Number.parseFloat(last ?? first);
  };
  const key = `${name} ${first.replace(/^0+(?=\d)/, "").toLowerCase()}`;
  return (index: ReferenceIndex, whole: string): Referent => {
    const groups =
      last === undefined ? (index.groupsByNumber.get(key) ?? []) : index.groups.filter(isMatch);
    const ids = groups.map((group) => group.id);
    if (ids.length > 0) return { kind: "groups", ids };
    const tagged = isStory ? listTagged(index, `US${Number(first)}`) : [];
    return tagged.length > 0
      ? { kind: "tasks", refs: tagged, isSet: true }
      : { kind: "unresolved", why: `no task stands under "${whole.trim()}"` };
  };
}

function readStories(
  text: string,
  index: ReferenceIndex,
  asker: Asker,
): GroupReference | undefined {
  const match = stories.exec(text);
  if (match === null) return undefined;
  const ids = index.groups
    .filter((group) => group.story !== undefined && group.id !== asker.group?.id)
    .map((group) => group.id);
  const found: Referent =
    ids.length > 0
      ? { kind: "groups", ids }
      : { kind: "unresolved", why: "no user story has tasks" };
  return { found, length: match[0].length };
}

function listTagged(index: ReferenceIndex, story: string): readonly string[] {
  return (index.byStory.get(story) ?? []).map((task) => task.ref);
}
