import { isAccept } from "./body/list-accepted.ts";
import type { ItemBody } from "./body/read-item-body.ts";
import { valuesOf } from "./body/values-of.ts";
import type { Candidate } from "./levels/candidate.ts";
import type { TaskDraft } from "./task-draft.ts";

const omoKeys = /^\W*(?:blocked by|parallel group|can run in parallel)\b/i;
const traeKeys = /^\W*acceptance criteria addressed\b/i;
const bmadRemark = /\(ACs?\s*:\s*#?\d/;

/** Says in which manner a task is written, where its line and its keys tell; `undefined` where its ID does. */
export function judgeManner(
  { construct, heading, line }: Candidate,
  body: ItemBody,
): TaskDraft["dialect"] {
  if (line.word === "package") return "spec-kitty";
  if (line.word === "story") return "bmad";
  const hasKey = (pattern: RegExp) => body.entries.some((entry) => pattern.test(entry.line.text));
  if (construct === "section") return line.hasBox || hasKey(traeKeys) ? "trae" : undefined;
  if (construct === "bullet") return "tasks-v8";
  if (body.code.some(isAccept)) return "tasks-v8";
  if (line.word === "task" && bmadRemark.test(line.tags.rest.text)) return "bmad";
  if (hasKey(omoKeys) && line.word === "number") return "omo";
  if (line.word === "number") {
    const isListed = /^\d+\.\s/.test(heading?.title.text ?? "");
    return isListed && valuesOf(body, "requirements").length === 0 ? "openspec" : "kiro";
  }
  const isBold = line.tags.rest.strong[0]?.start === 0 && line.ownId !== undefined;
  return isBold ? "bold-checkbox" : undefined;
}
