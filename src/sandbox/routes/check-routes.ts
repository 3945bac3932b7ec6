import { resolveCommit } from "../git/read-object.ts";
import { cutPage, paginate } from "../http/paginate.ts";
import type { RepositoryCall, RepositoryRoutes } from "../http/route.ts";
import { Refusal } from "../refusal.ts";
import { renderCheckRun } from "../render/render-check-run.ts";
import { repositoryPage } from "../render/repository-url.ts";
import { renderPath } from "../render/scalars.ts";
import type { CheckRun } from "../state/check-records.ts";
import {
  createCheckRun,
  getCheckRun,
  listCheckRuns,
  rerequestCheckRun,
  updateCheckRun,
} from "../state/check-runs.ts";
import type { SentCheckRun } from "../state/sent-check-run.ts";
import { getSender } from "./sender.ts";

/** Source: https://docs.github.com/en/rest/checks/runs */
export const checkRoutes: RepositoryRoutes = {
  "checks/create": (call) => {
    const sent = call.body as SentCheckRun & { name: string; head_sha: string };
    const place = findAppPlace(call);
    checkCommit(call, sent.head_sha);
    const run = createCheckRun(call.world, place, sent);
    return { status: 201, body: renderCheckRun(call.world, call.repository, run) };
  },
  "checks/get": (call) => ({
    status: 200,
    body: renderCheckRun(call.world, call.repository, findRun(call)),
  }),
  "checks/update": (call) => {
    const run = findRun(call);
    updateCheckRun(call.world, findAppPlace(call), run, (call.body ?? {}) as SentCheckRun);
    return { status: 200, body: renderCheckRun(call.world, call.repository, run) };
  },
  "checks/rerequest-run": (call) => {
    const { sender } = findAppPlace(call);
    rerequestCheckRun(call.world, { repository: call.repository, sender }, findRun(call));
    return { status: 201, body: {} };
  },
  "checks/list-annotations": (call) => {
    const { annotations, headSha } = findRun(call);
    const page = `${repositoryPage(call.world, call.repository)}/blob/${headSha}`;
    const empty = { start_column: null, end_column: null, title: null, raw_details: null };
    return paginate(call, annotations, (one) => ({
      ...empty,
      ...one,
      blob_href: `${page}/${renderPath(one.path)}`,
    }));
  },
  "checks/list-for-ref": (call) => {
    const commit = resolveCommit(call.repository.git, call.parameters.ref ?? "");
    if (commit === undefined) {
      throw new Refusal(422, `No commit found for SHA: ${call.parameters.ref}`);
    }
    const runs = selectRuns(call, commit.sha);
    const { page, headers } = cutPage(call, runs);
    const rendered = page.map((run) => renderCheckRun(call.world, call.repository, run));
    return { status: 200, headers, body: { total_count: runs.length, check_runs: rendered } };
  },
};

function findRun({ world, repository, parameters }: RepositoryCall): CheckRun {
  return getCheckRun(world, repository, Number(parameters.check_run_id));
}

/** Check runs belong to apps. @throws {Refusal} 403 for a person's token. */
function findAppPlace(call: RepositoryCall) {
  const { sender, appId } = getSender(call);
  if (appId === undefined) throw new Refusal(403, "You must authenticate via a GitHub App.");
  return { repository: call.repository, sender, appId };
}

function checkCommit({ repository }: RepositoryCall, sha: string): void {
  if (repository.git.objects.get(sha)?.type === "commit") return;
  throw new Refusal(422, `No commit found for SHA: ${sha}`);
}

/** Newest first; with `filter=latest` (the default) one for each name of each suite. */
function selectRuns({ world, repository, query }: RepositoryCall, sha: string): CheckRun[] {
  const { check_name: name, app_id: appId, status, filter = "latest" } = query;
  const runs = listCheckRuns(world, repository)
    .toReversed()
    .filter(
      (run) =>
        run.headSha === sha &&
        (name === undefined || run.name === name) &&
        (appId === undefined || run.appId === appId) &&
        (status === undefined || run.status === status),
    );
  if (filter === "all") return runs;
  const isLatest = (run: CheckRun) =>
    runs.find((other) => other.suiteId === run.suiteId && other.name === run.name) === run;
  return runs.filter(isLatest);
}
