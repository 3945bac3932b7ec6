import type { Octokit } from "@octokit/rest";

const apiVersion = "2022-11-28";

/**
 * Holds an Octokit to one version of the API, and makes a redirect an error with its status, since
 * fetch would turn a redirected POST into a GET. The Octokit must not follow redirects itself
 * (`redirect: "manual"`).
 *
 * Source: https://docs.github.com/en/rest/about-the-rest-api/api-versions
 */
export function pinOctokit(octokit: Pick<Octokit, "hook">): void {
  octokit.hook.before("request", (options) => {
    options.headers["x-github-api-version"] = apiVersion;
  });
  octokit.hook.after("request", (response) => {
    const { status, headers, data } = response;
    if (status < 300) return;
    throw Object.assign(new Error("redirected"), { status, response: { headers, data } });
  });
}
