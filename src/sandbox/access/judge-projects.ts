import { Refusal } from "../refusal.ts";
import type { User } from "../state/user.ts";
import type { Actor } from "./actor.ts";

/**
 * Whether somebody may see or change the boards of an account. The token that Actions gives to a job is for one
 * repository and may not; an app may in organisations, with a permission of its own; a person's token may.
 *
 * @throws {Refusal} 403 if not.
 * Source: https://docs.github.com/en/issues/planning-and-tracking-with-projects/automating-your-project
 */
export function judgeProjects(actor: Actor, owner: User, needed: "read" | "write"): void {
  if (actor.kind !== "known") throw new Refusal(403, "Resource not accessible");
  const { kind, level, scopes } = actor.token;
  const own = kind === "integration" ? scopes.organization_projects : level;
  const isEnough = own === "admin" || own === "write" || (own === "read" && needed === "read");
  if (kind === "user" && !isEnough) {
    throw new Refusal(403, `${actor.user.login} does not have permission to update this project.`);
  }
  if (isEnough && (kind === "user" || owner.type === "Organization")) return;
  throw new Refusal(403, "Resource not accessible by integration");
}
