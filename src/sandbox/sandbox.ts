import type { Level, Scope } from "./access/token.ts";
import type { Faults } from "./http/faults.ts";
import type { RequestCounts, SeenRequest } from "./http/request-log.ts";
import type { App, Installation } from "./state/app.ts";
import type { NewApp } from "./state/apps.ts";
import type {
  Issue,
  IssueField,
  IssueType,
  Label,
  Repository,
  RequiredCheck,
} from "./state/records.ts";
import type { NewRepository } from "./state/repositories.ts";
import type { User } from "./state/user.ts";
import type { World } from "./state/world.ts";
import type { Webhooks } from "./webhooks/webhooks.ts";

/** How a sandbox is started. */
export interface SandboxOptions {
  /** By default any free port. */
  readonly port?: number;
  /** Epoch milliseconds; by default the real clock. */
  readonly now?: () => number;
  /** Refuse what goes beyond GitHub's secondary limits, by that clock. By default it does not. */
  readonly hasSecondaryLimits?: boolean;
  /** What it does not have, as an older server: fields of GraphQL (`Issue.parent`) and operations of REST (`issues/get-parent`). */
  readonly missing?: readonly string[];
}

/** What a token may do. */
export interface TokenOptions {
  readonly login: string;
  /** `integration`: an installation token, like `GITHUB_TOKEN`. By default a person's (`user`). */
  readonly kind?: "user" | "integration";
  /** In every repository; by default `write`. */
  readonly permission?: Level;
  /** In single repositories, by `owner/name`. */
  readonly repositories?: Readonly<Record<string, Level>>;
  /** Single permissions of an integration; what is not named is as `permission` says. */
  readonly permissions?: Readonly<Partial<Record<Scope, Level>>>;
  /** The app of an integration; by default GitHub Actions. */
  readonly appId?: number;
}

/** What a repository is made with; its files become the first commit. */
export interface RepositoryOptions extends NewRepository {
  readonly files?: Readonly<Record<string, string | Buffer>>;
}

/** A commit that somebody makes without the API. */
export interface CommitOptions {
  /** Who pushes; by default the repository's owner. */
  readonly login?: string;
  /** For a branch that is not there yet: where it starts. By default at the default branch. */
  readonly from?: string;
}

/** A running stand-in for GitHub. */
export interface Sandbox {
  /** Base address for an Octokit, without a slash at its end; `${url}/api/v3` serves too. */
  readonly url: string;
  close(): Promise<void>;

  createRepository(options: RepositoryOptions): Repository;
  addUser(login: string, type?: User["type"]): User;
  /** Makes a token known and gives it back. */
  addToken(token: string, options: TokenOptions): string;
  /** Registers an app; `app.webhookUrl` may be set later. */
  createApp(options: NewApp): App;
  /** Installs an app in repositories (`owner/name`) of one account, which is what makes it hear of them. */
  installApp(app: App, fullNames: readonly string[]): Installation;
  /** Defines a type of issues in an organisation. */
  addIssueType(owner: string, name: string): IssueType;
  /** Defines a field of issues in an organisation. */
  addIssueField(
    owner: string,
    field: Pick<IssueField, "name" | "dataType"> & { options?: string[] },
  ): IssueField;
  readonly webhooks: Webhooks;
  /** The same as `webhooks.settled`. */
  webhooksSettled(): Promise<void>;

  /** Lets nothing into a branch whose head lacks a check; an empty list takes the rule away. */
  protectBranch(
    fullName: string,
    branch: string,
    rule: { readonly requiredChecks: readonly RequiredCheck[] },
  ): void;
  /** What a person does on a check run's page: asks for it again, or presses one of its buttons. */
  rerequestCheckRun(fullName: string, id: number, login: string): void;
  pressCheckAction(fullName: string, id: number, identifier: string, login: string): void;

  /** Puts a commit on a branch, which may be new, and gives its SHA-1. */
  commitFiles(
    repository: Repository | string,
    branch: string,
    files: Readonly<Record<string, string | Buffer | null>>,
    message: string,
    options?: CommitOptions,
  ): string;

  readonly faults: Faults;
  /** Every request since the start, in order. */
  readonly requests: readonly SeenRequest[];
  counts(): RequestCounts;
  /** Where the sandbox itself was wrong, in words: a test ends with this list empty. */
  readonly faultsOfOurs: readonly string[];

  /** All that the sandbox knows, for assertions. */
  readonly world: World;
  repository(fullName: string): Repository;
  /** The text of a file on a branch (by default the default branch), or undefined. */
  readFile(fullName: string, path: string, revision?: string): string | undefined;
  /** Issues and pull requests by number. */
  issues(fullName: string): readonly Issue[];
  labels(fullName: string): readonly Label[];
  /** The numbers of the issues of the same world that block one. */
  blockersOf(fullName: string, number: number): readonly number[];
  /** The number of the issue that one is a sub-issue of. */
  parentOf(fullName: string, number: number): number | undefined;
}
