import type { SpecDocument } from "../../model/spec.ts";
import type { TaskDraft } from "./task-draft.ts";
import { parseTaskKey } from "./task-key.ts";

type Dialect = SpecDocument["dialect"];

/**
 * Says in which manner a document writes its tasks: the one that most of them show, or `mixed` if
 * another is used for more than a fifth of them; `prose` for text without tasks.
 *
 * @param isProse The text has sentences that could be requirements.
 */
export function judgeDialect(tasks: readonly TaskDraft[], isProse: boolean): Dialect {
  const counts = new Map<Dialect, number>();
  for (const task of tasks) {
    const dialect = judgeTask(task);
    counts.set(dialect, (counts.get(dialect) ?? 0) + 1);
  }
  const [first, second] = [...counts].toSorted(([, a], [, b]) => b - a);
  if (first === undefined) return isProse ? "prose" : "unknown";
  return second !== undefined && second[1] > tasks.length / 5 ? "mixed" : first[0];
}

function judgeTask({ construct, ownId, containers, dialect }: TaskDraft): Dialect {
  if (dialect !== undefined) return dialect;
  if (construct === "row") return "table";
  const key = ownId === undefined ? undefined : parseTaskKey(ownId);
  if (construct === "section") return judgeSection(key?.prefix, ownId ?? "");
  if (ownId === undefined || construct === "bullet") return "checklist";
  if (key?.prefix === "T") return "spec-kit";
  if (key?.prefix !== "") return "bold-checkbox";
  return containers.length > 0 ? "kiro" : "phase-tasks";
}

function judgeSection(prefix: string | undefined, ownId: string): Dialect {
  if (prefix === "WP") return "spec-kitty";
  return prefix === "T" && ownId.includes("-") ? "specweave" : "heading-tasks";
}
