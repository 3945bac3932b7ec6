import type { Octokit } from "@octokit/rest";

/** The one method we need of an Octokit: those of the Action, the CLI and Probot all have it. */
export type Requester = Pick<Octokit, "request">;
