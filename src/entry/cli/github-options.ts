import { type Command, InvalidArgumentError, Option } from "commander";
import { InputError } from "../../core/errors.ts";
import { checkToken } from "../check-token.ts";

/** Flags that say which repository, on which GitHub. */
export interface GitHubFlags {
  readonly repo: { readonly owner: string; readonly repo: string };
  readonly apiUrl?: string;
}

/** Adds the flags that name a repository, each also read from its environment variable. */
export function addGitHubOptions(command: Command, repoText: string): Command {
  return command
    .addOption(
      new Option("--repo <owner/name>", repoText)
        .env("TASKS_REPO")
        .argParser(parseRepository)
        .makeOptionMandatory(),
    )
    .addOption(
      new Option("--api-url <url>", "REST API of another GitHub server")
        .env("GITHUB_API_URL")
        .argParser(parseUrl),
    );
}

/**
 * The token to talk to GitHub with.
 *
 * @throws {InputError} if none is set, or it is none.
 */
export function readToken(): string {
  const token = process.env.GITHUB_TOKEN?.trim() || process.env.GH_TOKEN?.trim();
  if (!token) {
    throw new InputError(
      "Cannot talk to GitHub without a token: set GITHUB_TOKEN, for example `GITHUB_TOKEN=$(gh auth token) tasks apply …`",
    );
  }
  return checkToken(token, "GITHUB_TOKEN or GH_TOKEN");
}

function parseUrl(text: string): string {
  if (!URL.canParse(text) || !/^https?:/.test(text)) {
    throw new InvalidArgumentError(
      "It must be an address, such as https://ghe.example.com/api/v3.",
    );
  }
  return text;
}

function parseRepository(text: string): GitHubFlags["repo"] {
  const [, owner, repo] = /^([\w.-]+)\/([\w.-]+)$/.exec(text) ?? [];
  if (!owner || !repo) throw new InvalidArgumentError("It must be owner/name, such as acme/shop.");
  return { owner, repo };
}
