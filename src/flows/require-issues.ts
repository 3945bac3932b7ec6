import { GitHubError } from "../core/errors.ts";
import type { RepositoryFacts } from "./ports.ts";

/**
 * Makes sure that a repository takes issues, and ours, before anything is written to it.
 *
 * @throws {GitHubError} with remedy `fix-access`, naming the setting that is in the way.
 */
export function requireIssues(facts: RepositoryFacts): void {
  const { owner, name, isArchived, hasIssues, mayPush, login } = facts;
  const what = `Cannot make issues in ${owner}/${name}`;
  if (isArchived) {
    throw new GitHubError("fix-access", 0, `${what}: it is archived; unarchive it in its settings`);
  }
  if (!hasIssues) {
    throw new GitHubError(
      "fix-access",
      0,
      `${what}: issues are off; turn them on in its settings under Features`,
    );
  }
  if (!mayPush) {
    throw new GitHubError(
      "fix-access",
      0,
      `${what}: ${login} may not push there, and GitHub would drop labels without a word; grant ${login} the role Write`,
    );
  }
}
