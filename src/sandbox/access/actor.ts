import { Refusal } from "../refusal.ts";
import type { App } from "../state/app.ts";
import type { User } from "../state/user.ts";
import type { Token } from "./token.ts";

/** Who calls: a user by a token, an app by a token that it signed itself, or nobody known. */
export type Actor =
  | { readonly kind: "anonymous" }
  | { readonly kind: "app"; readonly app: App }
  | { readonly kind: "known"; readonly user: User; readonly token: Token };

/** Who calls. @throws {Refusal} 401 if no user does. */
export function getUser(actor: Actor): User {
  if (actor.kind !== "known") throw new Refusal(401, "Requires authentication");
  return actor.user;
}

/** Which app calls. @throws {Refusal} 401 unless by a token that it signed itself. */
export function getApp(actor: Actor): App {
  if (actor.kind !== "app") throw new Refusal(401, "A JSON web token could not be decoded");
  return actor.app;
}
