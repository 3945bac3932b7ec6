import { isPullRequest } from "./announce-issue.ts";
import type { Issue, PullRequest, Repository } from "./records.ts";

const KEYWORD = "(?:close[sd]?|fix(?:e[sd])?|resolve[sd]?)";
const REFERENCE = "(?:(?<full>[\\w.-]+/[\\w.-]+))?#(?<number>\\d+)\\b";

/**
 * The issues of the same repository that a text closes: a keyword, perhaps a colon, then `#n` or
 * `owner/name#n`. Code and HTML comments do not count.
 *
 * Source: https://docs.github.com/en/issues/tracking-your-work-with-issues/using-issues/linking-a-pull-request-to-an-issue
 */
export function findClosedIssues(repository: Repository, text: string): Issue[] {
  const fullName = `${repository.owner.login}/${repository.name}`.toLowerCase();
  const visible = text.replace(/<!--[\s\S]*?-->|```[\s\S]*?(?:```|$)|`[^`\n]*`/g, " ");
  const matches = visible.matchAll(new RegExp(`\\b${KEYWORD}\\b:?\\s+${REFERENCE}`, "gi"));
  const numbers = [...matches]
    .map(({ groups = {} }) => groups)
    .filter(({ full }) => full === undefined || full.toLowerCase() === fullName)
    .map(({ number }) => Number(number));
  return [...new Set(numbers)]
    .map((number) => repository.issues.get(number))
    .filter((issue) => issue !== undefined)
    .filter((issue) => !isPullRequest(issue));
}

/** The issues that a pull request closes when it is merged; none unless it goes to the default branch. */
export function listClosingReferences(repository: Repository, pull: PullRequest): Issue[] {
  if (pull.pull.baseBranch !== repository.defaultBranch) return [];
  return findClosedIssues(repository, pull.body ?? "");
}
