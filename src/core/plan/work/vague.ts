import type { Task } from "../../model/plan.ts";
import type { WorkRule } from "./work-rule.ts";

/** Words that leave open what is meant. */
const filler =
  /(?<![\p{L}\p{N}_])(?:misc(?:ellaneous)?|various|etc|stuff|things|as (?:needed|required|appropriate|necessary)|if (?:needed|necessary)|and so on|tbd|tbc|somehow)(?![\p{L}\p{N}_])|(?:\.\.\.|…)$/iu;
/** Things so wide that a verb before them says nothing yet. */
const wide =
  /^(?:functionality|features?|issues?|problems?|bugs?|code|logic|improvements?|changes|updates?|performance|everything|testing|tests|cleanup|work)$/i;
const article = /^(?:the|an?)$/i;
/** More words than these, articles left out, say enough. */
const fewWords = 3;

/**
 * KS216: a title from which nobody can tell what is to be done: one with a filling word, and, where
 * nothing else is said, a single word or a verb with something as wide as "the system".
 */
export const vague: WorkRule = {
  code: "KS216",
  severity: "info",
  judge: () => (task) => {
    const [found] = filler.exec(task.title) ?? [];
    if (found !== undefined) return `leaves open what is meant by "${found}"`;
    if (saysMore(task)) return undefined;
    const words = (task.title.match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => !article.test(word));
    const isLatin = /^\p{Script=Latin}/u.test(task.title);
    if (words.length === 1 && isLatin) return `says no more than "${task.title}"`;
    const last = words.at(-1) ?? "";
    const isWide =
      (words.length <= fewWords && wide.test(last)) ||
      (words.length <= fewWords + 1 && /^systems?$/i.test(last));
    return isWide ? `says no more than "${task.title}"` : undefined;
  },
  ofMany: "are vague",
  mend: "name what is to be done to what, so that one can tell when it is done",
};

function saysMore({ description, doneWhen, files, subtasks, notes, checks }: Task): boolean {
  const lists = [doneWhen, files, subtasks, notes, checks];
  return description !== undefined || lists.some((list) => list.length > 0);
}
