import type { Asker, GroupEntry, ReferenceIndex, Referent } from "./reference-index.ts";

const numbered =
  /^(?:all\s+(?:of\s+)?)?(?:the\s+)?(?:tasks?\s+(?:in|of|from)\s+)?(phase|wave|sprint|milestone|stage|layer|user\s+stor|stor|us)(?:s|y|ies)?[\s-]*#?(\d+(?:\.\d+)*)(?:\s*(?:[-–—~]|\.\.|\bto\b|\bthrough\b)\s*(?:[a-z]+\s*)?(\d+))?(\+)?(?![\w])(?:\s+tasks?\b)?/i;
const previous =
  /^(?:(?:all|every|each|any)\s+)?(?:of\s+)?(?:the\s+)?(?:previous|prior|preceding|earlier|above|other)\b\s*((?:\w+\s+){0,2}?(?:phases?|waves?|sprints?|stages?|layers?|milestones?|(?:user\s+)?stor(?:y|ies)|tasks?|groups?|sections?|work)\b)?/i;
const stories =
  /^(?:(?:all|any|every|each|both|desired|remaining)\s+){0,2}(?:desired\s+)?user\s+stor(?:y|ies)\b(?!\s*#?\d)/i;
const everything =
  /^(?:(?:all|every)\s+(?:other\s+)?(?:(?:code|implementation|core|development|remaining)\s+){0,2}tasks?\b(?!\s+(?:in|of|from)\b)|all\s+(?:phases|waves|sprints|layers)\b|everything(?:\s+(?:else|above|before))?\b)/i;

/** What a reference to groups comes to, and how much of the text it takes. */
export interface GroupReference {
  readonly found: Referent;
  readonly length: number;
}

/**
 * Recognises phases and stories at the start of a text: by number (`Phase 2`, `US3`, `Phases 3–7`,
 * `Phase 3+`, `all Phase 2 tasks`) or as a set (`all previous phases`, `all user stories`, `all tasks`).
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
  return readNumbered(text, index) ?? readSet(text, index, asker);
}

function readNumbered(text: string, index: ReferenceIndex): GroupReference | undefined {
  const match = numbered.exec(text);
  if (match === null) return undefined;
  const [whole, word = "", first = "", last, plus] = match;
  const isStory = /stor|us/i.test(word);
  const isMatch = (group: GroupEntry) => {
    const number = isStory ? group.story?.replace("US", "") : group.number;
    if (!isStory && group.word !== word.toLowerCase()) return false;
    if (last === undefined && plus === undefined) return number === first.replace(/^0+(?=\d)/, "");
    const value = Number.parseFloat(number ?? "");
    return value >= Number.parseFloat(first) && value <= Number.parseFloat(last ?? "Infinity");
  };
  const ids = index.groups.filter(isMatch).map((group) => group.id);
  if (ids.length > 0) return { found: groups(ids), length: whole.length };
  const tagged = isStory ? listTagged(index, `US${Number(first)}`) : [];
  const found: Referent =
    tagged.length > 0
      ? { kind: "tasks", refs: tagged, isSet: true }
      : { kind: "unresolved", why: `no task stands under "${whole.trim()}"` };
  return { found, length: whole.length };
}

function readSet(text: string, index: ReferenceIndex, asker: Asker): GroupReference | undefined {
  const earlier = previous.exec(text);
  if (earlier?.[1] !== undefined) {
    const isOfTasks = /task|work/i.test(earlier[1]);
    return { found: listEarlier(index, asker, isOfTasks), length: earlier[0].length };
  }
  const all = everything.exec(text);
  if (all !== null) {
    return { found: listEarlier(index, asker, asker.task !== undefined), length: all[0].length };
  }
  const match = stories.exec(text);
  if (match === null) return undefined;
  const ids = index.groups
    .filter((group) => group.story !== undefined && group.id !== asker.group?.id)
    .map((group) => group.id);
  const found: Referent =
    ids.length > 0 ? groups(ids) : { kind: "unresolved", why: "no user story has tasks" };
  return { found, length: match[0].length };
}

/** Tasks before the asking task, or groups before the asking group. */
function listEarlier(index: ReferenceIndex, asker: Asker, isOfTasks: boolean): Referent {
  const { task, group } = asker;
  const groupOrder = group?.order ?? 0;
  if (task !== undefined && isOfTasks) {
    const refs = index.tasks.slice(0, task.order).map((each) => each.ref);
    if (refs.length > 0) return { kind: "tasks", refs, isSet: true };
  } else if (group !== undefined && groupOrder > 0) {
    return groups(index.groups.slice(0, groupOrder).map((each) => each.id));
  }
  return { kind: "unresolved", why: "nothing stands before it" };
}

function listTagged(index: ReferenceIndex, story: string): readonly string[] {
  return index.tasks.filter((task) => task.stories.includes(story)).map((task) => task.ref);
}

function groups(ids: readonly string[]): Referent {
  return { kind: "groups", ids };
}
