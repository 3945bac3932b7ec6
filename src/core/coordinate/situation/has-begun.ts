import type { TaskFacts } from "./situation.ts";

/** Whether somebody took a task or has a pull request open for it, in turn or not. */
export function hasBegun({ pulls, issue }: Pick<TaskFacts, "pulls" | "issue">): boolean {
  return pulls.length > 0 || (issue?.assignees.length ?? 0) > 0;
}
