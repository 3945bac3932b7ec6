/** What a permission of a token allows. */
export type Level = "none" | "read" | "write" | "admin";

/** Names of an app's repository permissions, as GitHub writes them. */
export type Scope =
  | "checks"
  | "contents"
  | "issues"
  | "metadata"
  | "organization_projects"
  | "pull_requests"
  | "statuses";

/** Every scope that the sandbox knows. */
export const SCOPES: readonly Scope[] = [
  ...([
    "checks",
    "contents",
    "issues",
    "metadata",
    "organization_projects",
    "pull_requests",
    "statuses",
  ] as const),
];

/**
 * A token and what it may do.
 *
 * `user`: a person's token; `level` is that person's role where `levels` names no other.
 * `integration`: an installation token like `GITHUB_TOKEN`; `scopes` are its permissions, and a scope that
 * is not named falls to `level`.
 */
export interface Token {
  readonly kind: "user" | "integration";
  readonly login: string;
  readonly level: Level;
  /** By `owner/name` in lower case. */
  readonly levels: ReadonlyMap<string, Level>;
  readonly scopes: Readonly<Partial<Record<Scope, Level>>>;
  readonly appId: number | undefined;
  readonly installationId?: number;
  /** By the real clock, epoch milliseconds: tokens are kept by clients, which know no other. */
  readonly expiresAt?: number;
}
