import { resolveCommit } from "../git/read-object.ts";
import { cutPage } from "../http/paginate.ts";
import type { RepositoryCall, RepositoryRoutes } from "../http/route.ts";
import { Refusal } from "../refusal.ts";
import { renderCheckRun } from "../render/render-check-run.ts";
import { renderCheckSuite } from "../render/render-check-suite.ts";
import { listCheckRuns } from "../state/check-runs.ts";
import { getSuite } from "../state/check-suites.ts";
import { announce } from "../state/world.ts";
import { getSender } from "./sender.ts";

/** Source: https://docs.github.com/en/rest/checks/suites */
export const checkSuiteRoutes: RepositoryRoutes = {
  "checks/get-suite": (call) => ({
    status: 200,
    body: renderCheckSuite(call.world, call.repository, findSuite(call)),
  }),
  "checks/list-suites-for-ref": (call) => {
    const { world, repository, query } = call;
    const commit = resolveCommit(repository.git, call.parameters.ref ?? "");
    if (commit === undefined) {
      throw new Refusal(422, `No commit found for SHA: ${call.parameters.ref}`);
    }
    const suites = [...repository.checkSuites.values()].filter(
      ({ headSha, appId }) =>
        headSha === commit.sha && (query.app_id === undefined || query.app_id === appId),
    );
    const { page, headers } = cutPage(call, suites);
    const rendered = page.map((suite) => renderCheckSuite(world, repository, suite));
    return { status: 200, headers, body: { total_count: suites.length, check_suites: rendered } };
  },
  "checks/list-for-suite": (call) => {
    const { world, repository } = call;
    const { id } = findSuite(call);
    const runs = listCheckRuns(world, repository).filter((run) => run.suiteId === id);
    const { page, headers } = cutPage(call, runs.toReversed());
    const rendered = page.map((run) => renderCheckRun(world, repository, run));
    return { status: 200, headers, body: { total_count: runs.length, check_runs: rendered } };
  },
  "checks/rerequest-suite": (call) => {
    const { world, repository } = call;
    const checkSuite = findSuite(call);
    const { sender } = getSender(call);
    announce(world, {
      ...{ event: "check_suite", action: "rerequested", repository, sender, checkSuite },
    });
    return { status: 201, body: {} };
  },
};

function findSuite({ repository, parameters }: RepositoryCall) {
  return getSuite(repository, Number(parameters.check_suite_id));
}
