import type { Task } from "../../model/plan.ts";
import type { WorkRule } from "./work-rule.ts";

const mostFiles = 5;
const mostWords = 500;
const mostLines = 1000;

/**
 * KS215: more than a coding agent keeps in mind at once: five files or more to read, 500 words or
 * more to follow, or 1,000 lines or more to write.
 */
export const overflowing: WorkRule = {
  code: "KS215",
  severity: "info",
  judge: () => (task) => {
    const read = task.files.filter(({ action }) => action !== "create").length;
    if (read >= mostFiles) return `needs ${read} files to be read`;
    const words = toText(task).match(/\S+/g)?.length ?? 0;
    if (words >= mostWords) return `is described in ${words} words`;
    const lines = readLargestCount(toText(task));
    return lines >= mostLines ? `is to become ${lines} lines` : undefined;
  },
  ofMany: "are more than a coding agent keeps in mind at once",
  mend: `split below ${mostFiles} files to read, ${mostWords} words and ${mostLines} lines`,
};

function toText({ title, description, notes, subtasks }: Task): string {
  const outputs = subtasks.flatMap(({ output }) => output ?? []);
  return [title, description ?? "", ...notes, ...outputs].join("\n");
}

/** The largest number of lines of code that a text speaks of, such as `~1,500 lines` or `800 LoC`. */
function readLargestCount(text: string): number {
  const counts = text.matchAll(/(\d[\d,]{0,8})\s*(?:lines\b|loc\b)/gi);
  return Math.max(0, ...[...counts].map(([, digits = ""]) => Number(digits.replaceAll(",", ""))));
}
