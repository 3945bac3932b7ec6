import type { CommitOrder } from "../../flows/ports.ts";
import { askGit } from "./ask-git.ts";

/** Where the commit that is checked out stands seen from another; `undefined` where this clone does not have that. */
export async function readCommitOrder(
  folder: string,
  base: string,
): Promise<CommitOrder | undefined> {
  const counts = await askGit(folder, ["rev-list", "--left-right", "--count", `${base}...HEAD`]);
  if (counts === undefined) return undefined;
  const [missing, more] = counts.split(/\s+/).map(Number);
  if (missing === 0) return more === 0 ? "identical" : "ahead";
  return more === 0 ? "behind" : "diverged";
}
