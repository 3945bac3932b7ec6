import type { Repository } from "../state/records.ts";
import type { User } from "../state/user.ts";

/** What an author is to a repository, as far as the sandbox tells people apart. */
export function renderAssociation(repository: Repository, user: User): "OWNER" | "NONE" {
  return repository.owner === user ? "OWNER" : "NONE";
}
