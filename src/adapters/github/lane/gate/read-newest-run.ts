import type { RestEndpointMethodTypes } from "@octokit/rest";
import { askGitHub } from "../../ask-github.ts";
import type { RepoName } from "../../repo-name.ts";
import type { Requester } from "../../requester.ts";
import { unlessRefused } from "../../unless-refused.ts";
import { gateName } from "./gate-name.ts";

/** A run of a check. */
export type CheckRunData =
  RestEndpointMethodTypes["checks"]["listForRef"]["response"]["data"]["check_runs"][number];

/**
 * The newest run of the gate on a commit that our App made; `undefined` if there is none, or no
 * such commit any more. Runs of the same name by others never count.
 *
 * All runs are asked for and the newest is the one with the highest ID: of `latest` GitHub only
 * says that it looks at when runs were completed, and a waiting gate never is.
 *
 * @throws {GitHubError} if they cannot all be read.
 * Source: https://docs.github.com/en/rest/checks/runs#list-check-runs-for-a-git-reference
 */
export async function readNewestRun(
  octokit: Requester,
  repoName: RepoName,
  appId: number,
  sha: string,
): Promise<CheckRunData | undefined> {
  const runs: CheckRunData[] = [];
  for (let page = 1, isMore = true; isMore; page++) {
    const { total_count: total, check_runs: found } = await readPage(page);
    runs.push(...found);
    isMore = found.length > 0 && runs.length < total;
  }
  return runs
    .filter(({ name, app }) => name === gateName && app?.id === appId)
    .toSorted((a, b) => Number(b.id) - Number(a.id))[0];

  async function readPage(page: number) {
    const route = "GET /repos/{owner}/{repo}/commits/{ref}/check-runs";
    const filters = { check_name: gateName, app_id: appId, filter: "all" } as const;
    const sent = { ...repoName, ref: sha, ...filters, per_page: 100, page };
    const { data } = await askGitHub(
      { what: `read the gate of ${sha}`, needs: "checks: read" },
      () => unlessRefused(422, () => octokit.request(route, sent), /no commit found/i),
    );
    return data ?? { total_count: 0, check_runs: [] };
  }
}
