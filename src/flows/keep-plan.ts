import { appliedFile, renderApplied } from "../core/sync/applied-file.ts";
import { plansFolder } from "../core/sync/plan-folder.ts";
import type { BranchFiles, Pace, PlanBranch } from "./ports.ts";

/** The doors that a plan is kept through. */
export interface KeepPorts {
  readonly branch: PlanBranch;
  readonly pace: Pace;
}

/**
 * Keeps texts on branch `keysteps`, by one commit that fails if the branch has moved on; none where
 * they stand there already.
 *
 * @param texts Text by path.
 * @param applied The commit that a run has applied all specs of; noted beside what changed, never by itself.
 * @returns Whether anything was committed.
 */
export async function keepPlan(
  { branch, pace }: KeepPorts,
  { head, hasText }: BranchFiles,
  texts: ReadonlyMap<string, string>,
  applied: string | undefined,
): Promise<boolean> {
  const changed = [...texts].filter(([path, text]) => !hasText(path, text));
  if (changed.length === 0) return false;
  const note =
    applied === undefined
      ? []
      : [[`${plansFolder}/${appliedFile}`, renderApplied(applied)] as const];
  await pace.beforeWrite("content");
  const message = "chore(keysteps): keep the applied plan";
  await branch.commitFiles(head, new Map([...changed, ...note]), message);
  return true;
}
