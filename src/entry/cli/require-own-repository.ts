import type { RepoName } from "../../adapters/github/repo-name.ts";
import { InputError } from "../../core/errors.ts";

/**
 * Makes sure that a spec's work tree belongs to the repository that is written to: one of its remotes
 * must name it. A work tree without remotes belongs anywhere.
 *
 * @param remotes Addresses as git has them: `https://…`, `ssh://…`, `git@host:owner/name.git`, or a path.
 * @throws {InputError} if all of them name others.
 */
export function requireOwnRepository(remotes: readonly string[], { owner, repo }: RepoName): void {
  const wanted = `${owner}/${repo}`;
  const named = [...new Set(remotes.flatMap((remote) => recogniseName(remote) ?? []))];
  if (named.length === 0) return;
  if (named.some((name) => name.toLowerCase() === wanted.toLowerCase())) return;
  throw new InputError(
    `Cannot apply to ${wanted}: the spec stands in a work tree of ${named.join(", ")}; name that with --repo, or pass --other-repo if ${wanted} is meant`,
  );
}

function recogniseName(remote: string): string | undefined {
  const [, owner, name] =
    /^(?:[a-z+]+:\/\/[^/]+\/|[^/:]+:)(?:.*\/)?([\w.-]+)\/([\w.-]+?)(?:\.git)?\/?$/i.exec(remote) ??
    [];
  return owner === undefined ? undefined : `${owner}/${name}`;
}
