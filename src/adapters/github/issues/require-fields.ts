import { GitHubError } from "../../../core/errors.ts";
import type { IssueFields } from "../../../core/model/issue.ts";

/** What GitHub's answer says of an issue that was written. */
interface WrittenFields {
  readonly number: number;
  readonly milestone: string | undefined;
  readonly type: string | undefined;
}

/**
 * GitHub drops milestone and type without a word when the token may open issues but not push, and a type
 * where the repository's owner has none.
 *
 * @throws {GitHubError} with remedy `fix-access`, naming what was dropped.
 */
export function requireFields(wanted: IssueFields, made: WrittenFields): void {
  const has = (name: "milestone" | "type") =>
    wanted[name] === undefined || made[name]?.toLowerCase() === wanted[name].toLowerCase();
  if (has("milestone") && has("type")) return;
  const name = has("milestone") ? "type" : "milestone";
  const mend =
    name === "type"
      ? "define it in the organisation (people's repositories have no types), or take issues.type out of .github/keysteps.yml"
      : 'grant "issues: write" to an account that may push, or take issues.milestone out of .github/keysteps.yml';
  const message = `Cannot give issue #${made.number} the ${name} "${wanted[name]}": GitHub dropped it; ${mend}`;
  throw new GitHubError("fix-access", 200, message);
}
