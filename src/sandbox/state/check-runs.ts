import { notFound, Refusal } from "../refusal.ts";
import type { CheckRun } from "./check-records.ts";
import { ensureSuite } from "./check-suites.ts";
import type { Repository } from "./records.ts";
import { applySent, checkCompletion, type SentCheckRun } from "./sent-check-run.ts";
import type { User } from "./user.ts";
import { announce, type World } from "./world.ts";

/** How long a check run may stay open. Source: https://docs.github.com/en/rest/guides/using-the-rest-api-to-interact-with-checks */
const STALE_AFTER_MS = 14 * 24 * 3_600_000;

/** The check runs of a repository, oldest first; those open for more than 14 days have become stale. */
export function listCheckRuns(world: World, repository: Repository): CheckRun[] {
  const runs = [...repository.checkRuns.values()];
  for (const run of runs) {
    if (run.status === "completed" || world.now() - run.createdAt <= STALE_AFTER_MS) continue;
    run.status = "completed";
    run.conclusion = "stale";
    run.completedAt = run.createdAt + STALE_AFTER_MS;
  }
  return runs;
}

/** @throws {Refusal} 404 if the repository has no check run of that id. */
export function getCheckRun(world: World, repository: Repository, id: number): CheckRun {
  const run = listCheckRuns(world, repository).find((one) => one.id === id);
  if (run === undefined) throw notFound();
  return run;
}

/** Makes a check run of an app on a commit. */
export function createCheckRun(
  world: World,
  place: { readonly repository: Repository; readonly sender: User; readonly appId: number },
  sent: SentCheckRun & { readonly name: string; readonly head_sha: string },
): CheckRun {
  const { repository, sender, appId } = place;
  checkCompletion(sent);
  const at = world.now();
  const checkRun: CheckRun = {
    id: world.nextId(),
    headSha: sent.head_sha,
    appId,
    suiteId: ensureSuite(world, repository, { appId, headSha: sent.head_sha }).id,
    name: sent.name,
    detailsUrl: null,
    externalId: null,
    status: "queued",
    conclusion: null,
    createdAt: at,
    startedAt: at,
    completedAt: null,
    ...{ title: null, summary: null, text: null, annotations: [], actions: [] },
  };
  applySent(world, checkRun, sent);
  repository.checkRuns.set(checkRun.id, checkRun);
  announce(world, { event: "check_run", action: "created", repository, sender, checkRun });
  if (checkRun.status === "completed") {
    announce(world, { event: "check_run", action: "completed", repository, sender, checkRun });
  }
  return checkRun;
}

/** Changes a check run. @throws {Refusal} 403 unless the app made it. */
export function updateCheckRun(
  world: World,
  place: { readonly repository: Repository; readonly sender: User; readonly appId: number },
  checkRun: CheckRun,
  sent: SentCheckRun,
): void {
  const { repository, sender, appId } = place;
  if (checkRun.appId !== appId) {
    const reason = "check run can only be modified by the GitHub App that created it.";
    throw new Refusal(403, `Invalid app_id \`${appId}\` - ${reason}`);
  }
  checkCompletion(sent);
  const wasCompleted = checkRun.status === "completed";
  applySent(world, checkRun, sent);
  if (checkRun.status === "completed" && !wasCompleted) {
    announce(world, { event: "check_run", action: "completed", repository, sender, checkRun });
  }
}

/** Asks the app of a check run to run it again. */
export function rerequestCheckRun(
  world: World,
  place: { readonly repository: Repository; readonly sender: User },
  checkRun: CheckRun,
): void {
  announce(world, { event: "check_run", action: "rerequested", ...place, checkRun });
}

/** Presses a button on a check run. @throws {Error} if it has none of that identifier. */
export function pressCheckAction(
  world: World,
  place: { readonly repository: Repository; readonly sender: User },
  checkRun: CheckRun,
  identifier: string,
): void {
  if (!checkRun.actions.some((action) => action.identifier === identifier)) {
    throw new Error(`Check run ${checkRun.id} has no button ${identifier}`);
  }
  announce(world, {
    ...{ event: "check_run", action: "requested_action", ...place, checkRun, identifier },
  });
}
