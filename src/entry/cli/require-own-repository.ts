import type { RepoName } from "../../adapters/github/repo-name.ts";
import { InputError } from "../../core/errors.ts";

/** The repository that is written to. */
export interface WrittenRepository extends RepoName {
  /** Address of its REST API; github.com's if left out. */
  readonly apiUrl?: string | undefined;
}

/**
 * Makes sure that a spec's work tree belongs to the repository that is written to: one of its remotes
 * must name it, on the same server. A work tree without remotes belongs anywhere; a server that is named
 * without a dot is an alias of SSH, and an API on this machine stands for any server.
 *
 * @param remotes Addresses as git has them: `https://…`, `ssh://…`, `git@host:owner/name.git`, or a path.
 * @throws {InputError} if all of them name others.
 */
export function requireOwnRepository(
  remotes: readonly string[],
  { owner, repo, apiUrl }: WrittenRepository,
): void {
  const wanted = { host: readHost(apiUrl), name: `${owner}/${repo}` };
  const named = remotes.flatMap((remote) => recogniseRemote(remote) ?? []);
  if (named.length === 0 || named.some((remote) => isSame(remote, wanted))) return;
  const names = [...new Set(named.map(({ host, name }) => `${host}/${name}`))].join(", ");
  const target = wanted.host === undefined ? wanted.name : `${wanted.host}/${wanted.name}`;
  throw new InputError(
    `Cannot apply to ${target}: the spec stands in a work tree of ${names}; name that with --repo (and its server with --api-url), or pass --other-repo if ${target} is meant`,
  );
}

interface Remote {
  readonly host: string;
  readonly name: string;
}

function isSame(remote: Remote, wanted: { readonly host: string | undefined; name: string }) {
  const isThere =
    wanted.host === undefined || !remote.host.includes(".") || remote.host === wanted.host;
  return isThere && remote.name.toLowerCase() === wanted.name.toLowerCase();
}

/** The server behind an API: `https://api.github.com`, `https://ghe.example.com/api/v3`. */
function readHost(apiUrl = "https://api.github.com"): string | undefined {
  const { hostname } = new URL(apiUrl);
  return /^(?:localhost|127\.[\d.]+|\[::1\])$/.test(hostname) ? undefined : toServer(hostname);
}

/** GitHub serves its API, and SSH on the port of HTTPS, under names of their own. */
function toServer(host: string): string {
  return host.toLowerCase().replace(/^(?:api|ssh|www)\./, "");
}

function recogniseRemote(remote: string): Remote | undefined {
  const [, url, path, owner, name] =
    /^(?:[a-z+]+:\/\/(?:[^/]*@)?([^/:]+)(?::\d*)?\/|(?:[^/@:]*@)?([^/:]+):)(?:.*\/)?([\w.-]+)\/([\w.-]+?)(?:\.git)?\/?$/i.exec(
      remote,
    ) ?? [];
  const host = url ?? path;
  if (host === undefined || owner === undefined) return undefined;
  return { host: toServer(host), name: `${owner}/${name}` };
}
