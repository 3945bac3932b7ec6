import { createAppAuth } from "@octokit/auth-app";
import { GitHubError, InputError } from "../../core/errors.ts";
import { buildOctokit, type InstallationAuth } from "./build-octokit.ts";
import { toGitHubError } from "./github-errors.ts";
import type { RepoName } from "./repo-name.ts";

/** An App, known by its ID and its private key. */
export interface AppKey {
  readonly id: string;
  /** PEM, as GitHub gives it; line ends may be written as `\\n`. */
  readonly privateKey: string;
}

/** Where the App is looked for, and what for. */
export interface InstallationWish {
  readonly baseUrl: string | undefined;
  readonly repository: RepoName;
  readonly version: string;
  /** Permissions that the run takes, such as `issues: write`, by GitHub's names. */
  readonly needs: Readonly<Record<string, "read" | "write">>;
}

/**
 * Finds the installation of an App in a repository and makes sure that it has been granted what the run
 * takes, before anything is read or written with it.
 *
 * @throws {InputError} if the key is no private key.
 * @throws {GitHubError} with remedy `fix-access` if the App is unknown, not installed there, or lacks a permission.
 * Source: https://docs.github.com/en/rest/apps/apps#get-a-repository-installation-for-the-authenticated-app
 */
export async function findInstallation(
  app: AppKey,
  { baseUrl, repository, version, needs }: InstallationWish,
): Promise<InstallationAuth> {
  const key = { appId: app.id, privateKey: app.privateKey.replaceAll("\\n", "\n") };
  const octokit = buildOctokit({
    auth: { strategy: createAppAuth, options: key },
    version,
    ...(baseUrl !== undefined && { baseUrl }),
  });
  await octokit.auth({ type: "app" }).catch((error) => {
    throw new InputError(
      "Cannot use the input `app-private-key`: it is no private key in PEM form; give the whole text of the file that GitHub made for the App",
      { cause: error },
    );
  });
  const what = `find the App ${app.id} in ${repository.owner}/${repository.repo}`;
  const { data } = await octokit
    .request("GET /repos/{owner}/{repo}/installation", { ...repository })
    .catch((error) => {
      throw toGitHubError(`Cannot ${what}`, "an installation of the App there", error);
    });
  requirePermissions(data.permissions, needs, `Cannot run as the App ${app.id}`);
  return { strategy: createAppAuth, options: { ...key, installationId: data.id } };
}

function requirePermissions(
  granted: Readonly<Record<string, string>>,
  needs: InstallationWish["needs"],
  what: string,
): void {
  const missing = Object.entries(needs).filter(
    ([name, level]) => granted[name] !== "write" && granted[name] !== level,
  );
  if (missing.length === 0) return;
  const names = missing.map(([name, level]) => `"${name.replaceAll("_", "-")}: ${level}"`);
  throw new GitHubError(
    "fix-access",
    403,
    `${what}: grant it ${names.join(" and ")} in the App's settings, and accept that for the installation`,
  );
}
