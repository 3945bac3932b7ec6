import type { Repository } from "./records.ts";
import type { User } from "./user.ts";

/** A GitHub App. */
export interface App {
  readonly id: number;
  readonly slug: string;
  readonly owner: User;
  /** RSA keys in PEM; the app signs with the first, GitHub checks with the second. Empty for GitHub Actions. */
  readonly privateKey: string;
  readonly publicKey: string;
  /** `read` or `write` by name: `{ issues: "write" }`. */
  readonly permissions: Readonly<Record<string, string>>;
  readonly events: readonly string[];
  /** Where events go; changeable, for an app often learns its own address late. */
  webhookUrl: string | undefined;
  readonly webhookSecret: string;
  readonly hookId: number;
  readonly createdAt: number;
}

/** An app at home in some repositories of an account. */
export interface Installation {
  readonly id: number;
  readonly app: App;
  readonly account: User;
  readonly repositories: readonly Repository[];
  readonly createdAt: number;
}

/** The id that GitHub Actions has as an app: who makes a check run with `GITHUB_TOKEN` makes it as this one. */
export const ACTIONS_APP_ID = 15_368;
