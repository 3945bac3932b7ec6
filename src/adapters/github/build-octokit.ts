import { Octokit } from "@octokit/rest";
import { pinOctokit } from "./pin-octokit.ts";

/** Whom to talk to, and as whom. */
export interface OctokitOptions {
  readonly token: string;
  /** Address of the REST API; that of github.com if left out. */
  readonly baseUrl?: string;
  /** Our own version, named to GitHub. */
  readonly version: string;
}

const silent = () => undefined;

/** An Octokit that sends each request once and prints nothing: no retry, no throttling, no redirects. */
export function buildOctokit({ token, baseUrl, version }: OctokitOptions): Octokit {
  const octokit = new Octokit({
    auth: token,
    userAgent: `keysteps/${version}`,
    ...(baseUrl !== undefined && { baseUrl: baseUrl.replace(/\/+$/, "") }),
    request: { redirect: "manual" },
    log: { debug: silent, info: silent, warn: silent, error: silent },
  });
  pinOctokit(octokit);
  return octokit;
}
