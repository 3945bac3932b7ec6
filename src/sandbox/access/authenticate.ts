import { Refusal } from "../refusal.ts";
import { ensureUser } from "../state/ensure-user.ts";
import type { World } from "../state/world.ts";
import type { Actor } from "./actor.ts";
import { isAppToken, readAppToken } from "./read-app-token.ts";

/**
 * Who sends an `Authorization` header.
 *
 * @throws {Refusal} 401 for a token that nobody was given, that has expired or that no app signed.
 */
export function authenticate(world: World, authorization: string | undefined): Actor {
  if (authorization === undefined) return { kind: "anonymous" };
  const [, secret] = /^(?:token|bearer)\s+(\S+)$/i.exec(authorization) ?? [];
  if (secret !== undefined && isAppToken(secret)) {
    return { kind: "app", app: readAppToken(world, secret) };
  }
  const token = secret === undefined ? undefined : world.tokens.get(secret);
  if (token === undefined || (token.expiresAt ?? Infinity) <= Date.now())
    throw new Refusal(401, "Bad credentials");
  return { kind: "known", token, user: ensureUser(world, token.login) };
}
