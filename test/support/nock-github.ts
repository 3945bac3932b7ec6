import type { Octokit } from "@octokit/rest";
import nock from "nock";
import { buildOctokit } from "../../src/adapters/github/build-octokit.ts";

/** The repository that made-up lines are about. */
export const repoName = { owner: "octo", repo: "shop" };

/** A real Octokit and a made-up line to GitHub: a request that nobody foresaw fails. */
export function nockGitHub(): { readonly octokit: Octokit; readonly github: nock.Scope } {
  nock.disableNetConnect();
  const octokit = buildOctokit({
    auth: "t0ken",
    baseUrl: "https://github.test/api",
    version: "0",
  });
  return { octokit, github: nock("https://github.test/api") };
}
