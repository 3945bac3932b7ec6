import type { Task } from "../model/plan.ts";
import type { RecordedTask, SourceLink } from "../model/record.ts";

/**
 * The lines of a spec that a task is made from, at the commit that last changed what it says: a task that
 * only moved keeps its link, so moving lines changes no issue.
 *
 * @param recorded The task as last applied.
 * @param commit The commit that the spec was read at; `undefined` where GitHub may not know it.
 */
export function linkSource(
  task: Task,
  recorded: RecordedTask | undefined,
  commit: string | undefined,
): SourceLink | undefined {
  if (recorded?.source && recorded.contentHash === task.contentHash) return recorded.source;
  const [evidence] = task.evidence;
  if (commit === undefined || evidence === undefined) return undefined;
  const { path, startLine, endLine } = evidence;
  return { commit, path, startLine, endLine };
}
