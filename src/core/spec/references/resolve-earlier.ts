import type { Asker, ReferenceIndex, Referent } from "./reference-index.ts";

const nearest =
  /^(?:the\s+)?(?:previous|prior|preceding|above)(?:\s+(task|item|step|phase|wave|sprint|week|stage|layer|milestone|epic|story)(?!s)\b|$)/i;
const previous =
  /^(?:(?:all|every|each|any)\s+)?(?:of\s+)?(?:the\s+)?(?:previous|prior|preceding|earlier|above|other)\b\s*((?:\w+\s+){0,2}?(?:phases?|waves?|sprints?|weeks?|stages?|layers?|milestones?|epics?|(?:user\s+)?stor(?:y|ies)|tasks?|items?|steps?|groups?|sections?|work)\b)?/i;
const everything =
  /^(?:(?:all|every)\s+(?:other\s+)?(?:(?:code|coding|implementation|core|development|dev|remaining|feature)\s+){0,2}tasks?\b(?!\s+(?:in|of|from|under)\b)|all\s+(?:phases|waves|sprints|layers|weeks|epics)\b|all(?:\s+of\s+the)?\s+above\b|everything(?:\s+(?:else|above|before))?\b|all(?=\s*(?:$|[.,;(—–-]))|所有任务|全部任务|すべてのタスク|全タスク|모든\s*(?:작업|태스크))/i;

/** What words such as `all previous tasks` come to, and how much of the text they take. */
export interface EarlierReference {
  readonly found: Referent;
  readonly length: number;
}

/**
 * Recognises words that mean what stands before the asker: the nearest (`the previous task`), or all of
 * it (`all previous phases`, `all tasks`, `everything above`). The asker and what comes after are never
 * meant, else tasks would wait for themselves.
 *
 * @returns `undefined` if the text starts with no such words.
 */
export function resolveEarlier(
  text: string,
  index: ReferenceIndex,
  asker: Asker,
): EarlierReference | undefined {
  const near = nearest.exec(text.trim());
  if (near !== null) {
    const isOfTasks = /^(?:task|item|step)?$/i.test(near[1] ?? "");
    return { found: listEarlier(index, asker, isOfTasks, 1), length: near[0].length };
  }
  const earlier = previous.exec(text);
  if (earlier?.[1] !== undefined) {
    const isOfTasks = /task|item|step|work/i.test(earlier[1]);
    return { found: listEarlier(index, asker, isOfTasks), length: earlier[0].length };
  }
  const all = everything.exec(text);
  if (all === null) return undefined;
  return { found: listEarlier(index, asker, asker.task !== undefined), length: all[0].length };
}

/** Tasks before the asking task, or groups before the asking group; at most `most` of them, the nearest. */
function listEarlier(
  index: ReferenceIndex,
  { task, group }: Asker,
  isOfTasks: boolean,
  most = Number.POSITIVE_INFINITY,
): Referent {
  if (task !== undefined && isOfTasks) {
    const refs = takeLast(index.tasks, task.order, most).map((each) => each.ref);
    if (refs.length > 0) return { kind: "tasks", refs, isSet: true };
  } else if (group !== undefined && group.order > 0) {
    const ids = takeLast(index.groups, group.order, most).map((each) => each.id);
    return { kind: "groups", ids };
  }
  return { kind: "unresolved", why: "nothing stands before it" };
}

/** The last few before a place. */
function takeLast<Item>(items: readonly Item[], end: number, most: number): readonly Item[] {
  return items.slice(Math.max(0, end - most), end);
}
