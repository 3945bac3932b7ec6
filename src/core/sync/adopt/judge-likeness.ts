import type { TaskId } from "../../model/ids.ts";
import type { OpenIssue } from "../../model/issue.ts";
import type { Task } from "../../model/plan.ts";
import { measureSimilarity } from "../../text/measure-similarity.ts";
import { splitWords } from "../../text/split-words.ts";
import { parseMarker } from "../parse-marker.ts";

/** How surely an issue is a task's. */
export interface Likeness {
  /** 0 = it is not; more = surer. */
  readonly rank: number;
  readonly reason: string;
  /** It bears the task's ID, but its title says something else. */
  readonly isDoubtful: boolean;
}

/** As alike a title must be beside the same ID; several specs count their tasks alike. */
const leastSimilarity = 0.8;
/** A title without the ID must have so many words: `Deploy` alone says nothing. */
const leastWords = 3;

/** An issue that is not ours, as it is compared with many tasks. */
export interface ComparedIssue {
  readonly issue: OpenIssue;
  readonly words: ReadonlySet<string>;
  /** The task that its marker of ours names. */
  readonly markedAs: TaskId | undefined;
  /** Texts of its hidden comments; none where it does not name the spec. */
  readonly comments: readonly string[];
}

/** Makes an issue ready to be compared with a spec's tasks. */
export function toCompared(issue: OpenIssue, specPath: string): ComparedIssue {
  const { title, body } = issue;
  const [, folder] = /^.+\/([^/]+)\/(?:tasks|spec)\.\w+$/.exec(specPath) ?? [];
  const places = folder === undefined ? [specPath] : [specPath, folder];
  const isOfSpec = body.includes("<!--") && places.some((place) => hasWord(body, place));
  const comments = isOfSpec ? [...body.matchAll(/<!--(.{0,400}?)-->/gs)] : [];
  const marked = parseMarker(body);
  return {
    ...{ issue, words: splitWords(title) },
    markedAs: marked?.kind === "task" ? marked.taskId : undefined,
    comments: comments.map(([, text = ""]) => text),
  };
}

/**
 * Compares a task with an issue. A hidden comment must name the task, and the text the spec or, of a
 * `tasks.md`, its folder: an ID alone is many specs'.
 */
export function judgeLikeness(task: ComparedTask, compared: ComparedIssue): Likeness {
  const { issue, comments } = compared;
  const { id, ownId, words } = task;
  if (compared.markedAs === id) return accept(4, "taken over by a run that was cut short");
  const names = ownId === undefined ? [id] : [id, ownId];
  if (comments.some((text) => names.some((name) => hasWord(text, name))))
    return accept(3, "marker of another tool");
  const rest = ownId === undefined ? undefined : cutOwnId(ownId, issue.title);
  if (rest !== undefined) {
    const isAlike = measureSimilarity(splitWords(rest), words) >= leastSimilarity;
    return isAlike ? accept(2, "same ID and title") : { ...none, isDoubtful: true };
  }
  const isSame = words.size >= leastWords && measureSimilarity(compared.words, words) === 1;
  return isSame ? accept(1, "same title") : none;
}

/** A task with the words of its title. */
export interface ComparedTask extends Pick<Task, "id" | "ownId"> {
  readonly words: ReadonlySet<string>;
}

const none: Likeness = { rank: 0, reason: "", isDoubtful: false };

function accept(rank: number, reason: string): Likeness {
  return { rank, reason, isDoubtful: false };
}

/** What may stand before an ID in a title: tags in brackets, and `Task`. */
const tags = /^(?:\s|\[[^\]]*\]|\([^)]*\)|[[(#*`]|task\b)*$/i;

/** What follows the task's own ID in a title, such as `Set up` in `[US1] T001: Set up`. */
function cutOwnId(ownId: string, title: string): string | undefined {
  const at = findWord(title, ownId);
  return at === undefined || !tags.test(title.slice(0, at))
    ? undefined
    : title.slice(at + ownId.length);
}

function hasWord(text: string, name: string): boolean {
  return findWord(text, name) !== undefined;
}

/** Where a text holds a name that is not part of a longer one. */
function findWord(text: string, name: string): number | undefined {
  const [lower, wanted] = [text.toLowerCase(), name.toLowerCase()];
  for (let at = lower.indexOf(wanted); at >= 0; at = lower.indexOf(wanted, at + 1)) {
    const before = lower[at - 1] ?? " ";
    const after = lower.slice(at + wanted.length);
    if (!/[\p{L}\p{N}._-]/u.test(before) && !/^(?:[\p{L}\p{N}_-]|\.[\p{L}\p{N}])/u.test(after))
      return at;
  }
  return undefined;
}
