import { GitHubError } from "../../core/errors.ts";
import { toGitHubError } from "./github-errors.ts";

/** What is tried, in the words of its error message. */
export interface Attempt {
  /** Follows "Cannot", such as `create issue "Login"`. */
  readonly what: string;
  /** The permission that the request wants, such as `issues: write`. */
  readonly needs: string;
}

interface Answer {
  readonly status: number;
  readonly data: unknown;
}

/**
 * Sends a request and gives its answer once it has arrived whole.
 *
 * Octokit hands on a JSON body that broke off as a string, and no answer of ours is one.
 *
 * @throws {GitHubError} if GitHub refuses, does not answer, or its answer breaks off.
 */
export async function askGitHub<T extends Answer>(
  { what, needs }: Attempt,
  send: () => Promise<T>,
): Promise<T> {
  try {
    const answer = await send();
    if (typeof answer.data !== "string" || answer.status === 204) return answer;
    throw new GitHubError(
      "try-later",
      answer.status,
      `Cannot ${what}: the answer of GitHub (${answer.status}) broke off; run it again`,
    );
  } catch (error) {
    throw toGitHubError(`Cannot ${what}`, needs, error);
  }
}
