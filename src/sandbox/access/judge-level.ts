import type { Repository } from "../state/records.ts";
import type { Actor } from "./actor.ts";
import type { Level } from "./token.ts";

/** What a caller may do in a repository: everybody may read what is public. */
export function judgeLevel(actor: Actor, repository: Repository): Level {
  const floor = repository.isPrivate ? "none" : "read";
  if (actor.kind !== "known") return floor;
  const { token } = actor;
  const name = `${repository.owner.login}/${repository.name}`.toLowerCase();
  const level = token.levels.get(name) ?? token.level;
  return level === "none" ? floor : level;
}
