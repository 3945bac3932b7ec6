import type { Scope } from "./token.ts";

const BY_PREFIX: readonly (readonly [string, Scope])[] = [
  ["issues/", "issues"],
  ["pulls/", "pull_requests"],
  ["repos/list-issue-types", "issues"],
  ["checks/", "checks"],
  ["git/", "contents"],
  ["repos/create-commit-status", "statuses"],
  ["repos/get-combined-status-for-ref", "statuses"],
  ["repos/list-pull-requests-associated-with-commit", "pull_requests"],
  ["repos/get-content", "contents"],
  ["repos/create-or-update-file-contents", "contents"],
  ["repos/list-commits", "contents"],
  ["repos/get-commit", "contents"],
  ["repos/compare-commits", "contents"],
  ["repos/get-branch", "contents"],
  ["repos/list-branches", "contents"],
];

/**
 * The permission that an app needs for an operation.
 *
 * Source: https://docs.github.com/en/rest/authentication/permissions-required-for-github-apps; merging needs
 * contents, which the API's name does not tell.
 */
export function toScope(operationId: string): Scope {
  if (operationId === "pulls/merge") return "contents";
  return BY_PREFIX.find(([prefix]) => operationId.startsWith(prefix))?.[1] ?? "metadata";
}
