import type { RestEndpointMethodTypes } from "@octokit/rest";
import type { InstalledLane } from "../../../../flows/lane-ports.ts";
import { askGitHub } from "../../ask-github.ts";
import { listPages } from "../../list-pages.ts";
import type { Requester } from "../../requester.ts";

type InstallationData = RestEndpointMethodTypes["apps"]["listInstallations"]["response"]["data"][0];
type RepositoryData =
  RestEndpointMethodTypes["apps"]["listReposAccessibleToInstallation"]["response"]["data"]["repositories"][0];

const pageSize = 100;

/**
 * Lists every repository that an App is installed in and may write to, by installation.
 *
 * @param app Signed in as the App.
 * @param open Signs in as one of its installations.
 * @throws {GitHubError} if they cannot all be listed.
 * Source: https://docs.github.com/en/rest/apps/installations
 */
export async function listInstalled(
  app: Requester,
  open: (installationId: number) => Promise<Requester>,
): Promise<readonly InstalledLane[]> {
  const installations = await listPages<InstallationData>(
    app,
    { what: "list the installations of the App", needs: "the App's own private key" },
    "GET /app/installations",
    {},
  );
  const found: InstalledLane[] = [];
  for (const { id, suspended_at: suspendedAt } of installations) {
    if (suspendedAt !== null) continue;
    const repositories = await listRepositories(await open(Number(id)), Number(id));
    const alive = repositories.filter(({ archived }) => !archived);
    const lanes = alive.map(({ full_name: name }) => name.toLowerCase());
    found.push(...lanes.map((lane) => ({ lane, installationId: Number(id) })));
  }
  return found;
}

async function listRepositories(
  octokit: Requester,
  installationId: number,
): Promise<readonly RepositoryData[]> {
  const what = `list the repositories of installation ${installationId}`;
  const found: RepositoryData[] = [];
  for (let page = 1, isMore = true; isMore; page++) {
    const sent = { per_page: pageSize, page };
    const { data } = await askGitHub({ what, needs: "metadata: read" }, () =>
      octokit.request("GET /installation/repositories", sent),
    );
    found.push(...data.repositories);
    isMore = data.repositories.length > 0 && found.length < data.total_count;
  }
  return found;
}
