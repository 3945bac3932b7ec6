import type { Label, Repository } from "../state/records.ts";
import type { World } from "../state/world.ts";
import { repositoryUrl } from "./repository-url.ts";
import { renderNodeId } from "./scalars.ts";

/** A label as it stands in a repository and on issues. */
export function renderLabel(world: World, repository: Repository, label: Label) {
  return {
    id: label.id,
    node_id: renderNodeId("LA", label.id),
    url: `${repositoryUrl(world, repository)}/labels/${encodeURIComponent(label.name)}`,
    name: label.name,
    color: label.color,
    default: false,
    description: label.description,
  };
}
