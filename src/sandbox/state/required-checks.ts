import { Refusal } from "../refusal.ts";
import type { CheckRun } from "./check-records.ts";
import { listCheckRuns } from "./check-runs.ts";
import type { Repository, RequiredCheck } from "./records.ts";
import type { World } from "./world.ts";

const PASSING: readonly unknown[] = ["success", "skipped", "neutral"];

/** The names of the checks that a branch asks for and a commit does not have. */
export function listMissingChecks(
  world: World,
  repository: Repository,
  branch: string,
  sha: string,
): string[] {
  const required = repository.requiredChecks.get(branch) ?? [];
  return required
    .filter((check) => !isPassed(world, repository, check, sha))
    .map((check) => check.context);
}

/** @throws {Refusal} with the given status if the commit lacks a check that the branch asks for. */
export function checkRules(
  world: World,
  repository: Repository,
  target: { readonly branch: string; readonly sha: string },
  status: number,
): void {
  const missing = listMissingChecks(world, repository, target.branch, target.sha);
  if (missing.length === 0) return;
  const lines = missing.map((name) => `Required status check "${name}" is expected.\n\n`);
  throw new Refusal(status, `Repository rule violations found\n\n${lines.join("")}`);
}

/**
 * With an app: its latest run of that name counts. Without: the latest run of every app and the latest
 * status of that name must pass, and there must be one.
 */
function isPassed(
  world: World,
  repository: Repository,
  { context, appId }: RequiredCheck,
  sha: string,
): boolean {
  const runs = listCheckRuns(world, repository).filter(
    (run) => run.headSha === sha && run.name === context,
  );
  const latest = new Map<number, CheckRun>(runs.map((run) => [run.appId, run]));
  if (appId !== undefined) return PASSING.includes(latest.get(appId)?.conclusion);
  const status = repository.statuses.findLast((one) => one.sha === sha && one.context === context);
  const results = [
    ...[...latest.values()].map((run) => run.conclusion),
    ...(status === undefined ? [] : [status.state]),
  ];
  return results.length > 0 && results.every((result) => PASSING.includes(result));
}
