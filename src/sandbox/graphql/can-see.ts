import type { Actor } from "../access/actor.ts";
import { judgeLevel } from "../access/judge-level.ts";
import type { Repository } from "../state/records.ts";

/** Whether a repository is there for somebody. */
export function canSee(actor: Actor, repository: Repository): boolean {
  return judgeLevel(actor, repository) !== "none";
}
