import { GitHubError, InvariantError, KeystepsError } from "../../core/errors.ts";
import { isLimit } from "./is-limit.ts";
import { judgeInvalid, type Verdict } from "./judge-invalid.ts";
import { type Refusal, readRefusal } from "./read-refusal.ts";
import { readRetryAfter } from "./read-retry-after.ts";

/**
 * Says what was attempted, what GitHub answered and what to do, sorted by who can mend it.
 *
 * An error of ours comes back as it is; one that is not of HTTP is a bug of ours.
 * The error given stays as `cause`; Octokit has taken the token out of it.
 *
 * @param attempted Such as `Cannot create issue "Login"`.
 * @param needs The permission that the request wants, such as `issues: write`.
 *
 * Sources: https://docs.github.com/en/rest/using-the-rest-api/troubleshooting-the-rest-api and
 * .../rate-limits-for-the-rest-api
 */
export function toGitHubError(attempted: string, needs: string, error: unknown): KeystepsError {
  if (error instanceof KeystepsError) return error;
  const refusal = readRefusal(error);
  if (refusal === undefined) {
    return new InvariantError(`${attempted}: ${String(error)}`, { cause: error });
  }
  const { remedy, mend } = judgeRefusal(refusal, needs);
  const message = `${attempted}: ${describeAnswer(refusal)}; ${mend}`;
  const retryAfterMs = isLimit(refusal) ? readRetryAfter(refusal) : undefined;
  return new GitHubError(remedy, refusal.status, message, { cause: error, retryAfterMs });
}

function describeAnswer({ status, words }: Refusal): string {
  const quoted = words === "" ? "" : ` (${words})`;
  return status === 0 ? `no answer from GitHub${quoted}` : `GitHub answered ${status}${quoted}`;
}

function judgeRefusal(refusal: Refusal, needs: string): Verdict {
  const { status, words } = refusal;
  if (isLimit(refusal)) return { remedy: "try-later", mend: describeWait(refusal) };
  if (status === 0 || status === 408 || status >= 500) {
    return { remedy: "try-later", mend: "run it again" };
  }
  if (status >= 300 && status < 400) {
    return { remedy: "fix-input", mend: "the repository was renamed or moved: use its new name" };
  }
  switch (status) {
    case 401:
      return { remedy: "fix-access", mend: "give a token that is valid and has not expired" };
    case 403:
      return { remedy: "fix-access", mend: mendForbidden(words, needs) };
    case 404:
      return { remedy: "fix-access", mend: `check that it exists, and grant "${needs}"` };
    case 409:
      return judgeConflict(words);
    case 410:
      return judgeGone(words);
    case 422:
      return judgeInvalid(words);
    default:
      return { remedy: "report-bug", mend: "report this as a bug of Keysteps" };
  }
}

function describeWait({ headers }: Refusal): string {
  const seconds = Number(headers["retry-after"]);
  if (seconds > 0) return `a rate limit is reached: run it again in ${seconds} s`;
  const resetSeconds = Number(headers["x-ratelimit-reset"]);
  if (String(headers["x-ratelimit-remaining"]) === "0" && resetSeconds > 0) {
    const reset = new Date(resetSeconds * 1000).toISOString();
    return `the rate limit is used up: run it again after ${reset}`;
  }
  return "a rate limit is reached: run it again in a minute";
}

function mendForbidden(words: string, needs: string): string {
  return /archived/i.test(words) ? "unarchive the repository" : `grant "${needs}"`;
}

function judgeConflict(words: string): Verdict {
  return /empty/i.test(words)
    ? { remedy: "fix-input", mend: "push a first commit to the repository" }
    : { remedy: "try-later", mend: "somebody else wrote at the same time: run it again" };
}

function judgeGone(words: string): Verdict {
  return /disabled/i.test(words)
    ? { remedy: "fix-access", mend: 'turn on "Issues" in the settings of the repository' }
    : { remedy: "try-later", mend: "it was deleted meanwhile: run it again" };
}
