import type { SpecDocument } from "../../model/spec.ts";
import { parseTaskKey } from "./task-key.ts";

/** Says which manner of writing a document's own IDs show: all `2.1`, all `T012`, or several. */
export function judgeDialect(ownIds: readonly string[]): SpecDocument["dialect"] {
  const prefixes = new Set(ownIds.map((id) => parseTaskKey(id)?.prefix));
  if (prefixes.size === 0) return "unknown";
  if (prefixes.size > 1) return "mixed";
  if (prefixes.has("")) return "phase-tasks";
  return prefixes.has("T") ? "spec-kit" : "mixed";
}
