import { repositoryPage } from "../render/repository-url.ts";
import { renderNodeId } from "../render/scalars.ts";
import type { Label, Repository } from "../state/records.ts";
import type { View, Views } from "./views.ts";

/** A label of a repository. */
export function viewLabel({ world }: Views, repository: Repository, label: Label): View {
  const { id, name, color, description } = label;
  const url = `${repositoryPage(world, repository)}/labels/${encodeURIComponent(name)}`;
  return { __typename: "Label", id: renderNodeId("LA", id), name, color, description, url };
}
