import type { Repository } from "../state/records.ts";
import type { World } from "../state/world.ts";

/** `owner/name`, as it is spelled. */
export function renderFullName(repository: Repository): string {
  return `${repository.owner.login}/${repository.name}`;
}

/** Where the API has a repository. */
export function repositoryUrl(world: World, repository: Repository): string {
  return `${world.origin}/repos/${renderFullName(repository)}`;
}

/** Where people see a repository. */
export function repositoryPage(world: World, repository: Repository): string {
  return `${world.origin}/${renderFullName(repository)}`;
}
