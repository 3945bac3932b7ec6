import { type Level, SCOPES } from "../access/token.ts";
import { Refusal } from "../refusal.ts";
import type { Installation } from "../state/app.ts";
import type { Repository } from "../state/records.ts";
import type { World } from "../state/world.ts";

/** What an app asks for less than it could have. */
export interface SentGrant {
  readonly repositories?: readonly string[];
  readonly repository_ids?: readonly number[];
  readonly permissions?: Readonly<Record<string, string>>;
}

/** An installation token lives for an hour of the real clock. */
const LIFE_MS = 3_600_000;

/**
 * Makes an installation token, for all the installation has or for less.
 *
 * @throws {Refusal} 422 for a repository or permission that the installation does not have.
 */
export function grantToken(world: World, installation: Installation, sent: SentGrant) {
  const { app } = installation;
  const repositories = selectRepositories(installation, sent);
  const own: Record<string, string> = { metadata: "read", ...app.permissions };
  const permissions = sent.permissions ?? own;
  const excess = Object.entries(permissions).filter(
    ([name, level]) => own[name] !== level && own[name] !== "write",
  );
  if (excess.length > 0) {
    throw new Refusal(422, "The permissions requested are not granted to this installation.");
  }
  const levels = repositories.map(
    ({ owner, name }) => [`${owner.login}/${name}`.toLowerCase(), "read"] as const,
  );
  const scopes = SCOPES.map((name) => [name, (permissions[name] ?? "none") as Level] as const);
  const token = `ghs_${world.nextId()}`;
  const expiresAt = Date.now() + LIFE_MS;
  world.tokens.set(token, {
    ...{ kind: "integration", login: `${app.slug}[bot]`, appId: app.id, expiresAt },
    ...{ level: "none", levels: new Map(levels), scopes: Object.fromEntries(scopes) },
    installationId: installation.id,
  });
  return { token, expiresAt, permissions, repositories };
}

function selectRepositories(
  installation: Installation,
  { repositories: names, repository_ids: ids }: SentGrant,
): readonly Repository[] {
  if (names === undefined && ids === undefined) return installation.repositories;
  const selected = installation.repositories.filter(
    ({ name, id }) => names?.includes(name) || ids?.includes(id),
  );
  if (selected.length < (names?.length ?? 0) + (ids?.length ?? 0)) {
    throw new Refusal(
      422,
      "There is at least one repository that does not exist or is not accessible to the parent installation.",
    );
  }
  return selected;
}
