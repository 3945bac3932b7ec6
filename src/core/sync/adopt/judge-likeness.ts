import type { PlanId } from "../../model/ids.ts";
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

/** Compares a task with an issue that is not ours. Pure words, no numbers of GitHub. */
export function judgeLikeness(
  task: Task,
  issue: OpenIssue,
  plan: { readonly planId: PlanId; readonly specPath: string },
): Likeness {
  const marked = parseMarker(issue.body);
  if (marked?.kind === "task" && marked.taskId === task.id)
    return accept(4, "taken over by a run that was cut short");
  if (bearsMarker(task, issue, plan.specPath)) return accept(3, "marker of another tool");
  const rest = cutOwnId(task.ownId, issue.title);
  const own = splitWords(task.title);
  if (rest !== undefined) {
    const isAlike = measureSimilarity(splitWords(rest), own) >= leastSimilarity;
    return isAlike ? accept(2, "same ID and title") : { ...none, isDoubtful: true };
  }
  const isSame = measureSimilarity(splitWords(issue.title), own) === 1;
  return isSame && own.size >= leastWords ? accept(1, "same title") : none;
}

const none: Likeness = { rank: 0, reason: "", isDoubtful: false };

function accept(rank: number, reason: string): Likeness {
  return { rank, reason, isDoubtful: false };
}

/** What follows the task's own ID in a title, such as `Set up` in `[US1] T001: Set up`; IDs may stand in brackets. */
function cutOwnId(ownId: string | undefined, title: string): string | undefined {
  if (ownId === undefined) return undefined;
  const at = findWord(title, ownId);
  if (at === undefined || /[\p{L}\p{N}]{12}/u.test(title.slice(0, at))) return undefined;
  return title.slice(at + ownId.length);
}

/** A hidden comment names the task, and the text names the spec or, of a `tasks.md`, its folder: an ID alone is many specs'. */
function bearsMarker({ ownId, id }: Task, { body }: OpenIssue, specPath: string): boolean {
  const comments = [...body.matchAll(/<!--(.{0,400}?)-->/gs)].map(([, text = ""]) => text);
  const isNamed = comments.some((text) =>
    [ownId, id].some((name) => name !== undefined && findWord(text, name) !== undefined),
  );
  const [, folder] = /^.+\/([^/]+)\/(?:tasks|spec)\.\w+$/.exec(specPath) ?? [];
  const places = folder === undefined ? [specPath] : [specPath, folder];
  return isNamed && places.some((place) => findWord(body, place) !== undefined);
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
