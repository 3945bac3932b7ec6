import { GitHubError } from "../core/errors.ts";
import { plansFolder } from "../core/sync/plan-folder.ts";
import { recordFile } from "../core/sync/render-record.ts";
import type { CompiledSpec } from "./compile-spec.ts";
import { type SyncContext, type SyncOutcome, type SyncPorts, syncIssues } from "./sync-issues.ts";

const mostAttempts = 3;
/** So long GitHub's lists may be behind what was just written. */
const settleMs = 10_000;

/**
 * Syncs, and where an answer of GitHub was lost looks again what is there and goes on from that. A
 * write is never just sent again: whether it took effect is seen on GitHub, an issue by its marker.
 *
 * @throws {GitHubError} if that does not help either, or the pace has no patience left.
 */
export async function syncPersistently(
  compiled: CompiledSpec,
  ports: SyncPorts,
  context: SyncContext,
): Promise<SyncOutcome> {
  let { branchFiles, seen } = context;
  for (let attempt = 1; ; attempt++) {
    try {
      return await syncIssues(compiled, ports, { ...context, branchFiles, seen });
    } catch (error) {
      if (attempt === mostAttempts || !isLost(error)) throw error;
      if (!(await ports.pace.afterRefusal(settleMs))) throw error;
      seen = undefined;
      branchFiles = await ports.branch.readFiles(plansFolder, [recordFile]);
    }
  }
}

/** No answer came, or GitHub failed: what was asked for may have been done or not. */
function isLost(error: unknown): boolean {
  if (!(error instanceof GitHubError)) return false;
  const { status, remedy } = error;
  return status === 0 || status >= 500 || (status === 200 && remedy === "try-later"); // 200 is GraphQL
}
