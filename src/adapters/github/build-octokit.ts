import type { createAppAuth } from "@octokit/auth-app";
import { Octokit } from "@octokit/rest";
import { pinOctokit } from "./pin-octokit.ts";

/** An App's installation as whom to talk; its tokens are made anew before they expire. */
export interface InstallationAuth {
  readonly strategy: typeof createAppAuth;
  readonly options: Parameters<typeof createAppAuth>[0];
}

/** Whom to talk to, and as whom: a token's owner, or an App. */
export interface OctokitOptions {
  readonly auth: string | InstallationAuth;
  /** Address of the REST API; that of github.com if left out. */
  readonly baseUrl?: string;
  /** Our own version, named to GitHub. */
  readonly version: string;
}

const silent = () => undefined;

/** An Octokit that sends each request once and prints nothing: no retry, no throttling, no redirects. */
export function buildOctokit({ auth, baseUrl, version }: OctokitOptions): Octokit {
  const octokit = new Octokit({
    ...(typeof auth === "string" ? { auth } : { authStrategy: auth.strategy, auth: auth.options }),
    userAgent: `keysteps/${version}`,
    ...(baseUrl !== undefined && { baseUrl: baseUrl.replace(/\/+$/, "") }),
    request: { redirect: "manual" },
    log: { debug: silent, info: silent, warn: silent, error: silent },
  });
  pinOctokit(octokit);
  return octokit;
}
