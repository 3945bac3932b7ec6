import { notFound } from "../refusal.ts";
import { listInstallations } from "./apps.ts";
import type { CheckSuite } from "./check-records.ts";
import type { Repository } from "./records.ts";
import type { User } from "./user.ts";
import { announce, type World } from "./world.ts";

/** @throws {Refusal} 404 if the repository has no check suite of that id. */
export function getSuite(repository: Repository, id: number): CheckSuite {
  const suite = repository.checkSuites.get(id);
  if (suite === undefined) throw notFound();
  return suite;
}

/** The suite of an app on a commit; made if there is none yet. */
export function ensureSuite(
  world: World,
  repository: Repository,
  fields: Pick<CheckSuite, "appId" | "headSha"> & Partial<CheckSuite>,
): CheckSuite {
  const found = findSuite(repository, fields.headSha, fields.appId);
  if (found !== undefined) return found;
  const suite: CheckSuite = {
    ...{ id: world.nextId(), headBranch: null, before: null, createdAt: world.now() },
    ...fields,
  };
  repository.checkSuites.set(suite.id, suite);
  return suite;
}

/** After a push: asks every installed app that may write checks for its checks on the new head, once a commit. */
export function requestSuites(
  world: World,
  repository: Repository,
  push: {
    readonly branch: string;
    readonly before: string;
    readonly headSha: string;
    readonly sender: User;
  },
): void {
  const { branch: headBranch, before, headSha, sender } = push;
  for (const { app } of listInstallations(world, repository)) {
    const isKnown = findSuite(repository, headSha, app.id) !== undefined;
    if (app.permissions.checks !== "write" || isKnown) continue;
    const fields = { appId: app.id, headSha, headBranch, before };
    const checkSuite = ensureSuite(world, repository, fields);
    announce(world, { event: "check_suite", action: "requested", repository, sender, checkSuite });
  }
}

function findSuite({ checkSuites }: Repository, headSha: string, appId: number) {
  const suites = [...checkSuites.values()];
  return suites.find((suite) => suite.headSha === headSha && suite.appId === appId);
}
