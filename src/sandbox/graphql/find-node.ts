import { parseNodeId } from "../render/scalars.ts";
import { isPullRequest } from "../state/announce-issue.ts";
import type { PlacedIssue } from "../state/blocked-by.ts";
import type { Repository } from "../state/records.ts";
import type { World } from "../state/world.ts";
import { canSee } from "./can-see.ts";
import { queryError } from "./query-error.ts";
import { requireProjects, viewProject } from "./view-project.ts";
import type { View, Views } from "./views.ts";

/** The issue, pull request or repository of a node id. @throws a `GraphQLError` if there is none to be seen. */
export function findNode(views: Views, id: string): View {
  const placed = findPlaced(views.world, id);
  if (placed !== undefined && canSee(views.actor, placed.repository)) {
    const { issue, repository } = placed;
    return isPullRequest(issue) ? views.pull(repository, issue) : views.issue(placed);
  }
  const project = views.world.projects.get(parseNodeId("PVT", id) ?? 0);
  if (project !== undefined) {
    requireProjects(views, project.owner, "read");
    return viewProject(views, project);
  }
  return views.repository(findRepositoryNode(views, id));
}

/** The issue of a node id, for a mutation. @throws a `GraphQLError` if there is none to be seen. */
export function findIssueNode(views: Views, id: string): PlacedIssue {
  const placed = parseNodeId("I", id) === undefined ? undefined : findPlaced(views.world, id);
  if (placed === undefined || !canSee(views.actor, placed.repository)) throw noNode(id);
  return placed;
}

/** The repository of a node id, for a mutation. @throws a `GraphQLError` if there is none to be seen. */
export function findRepositoryNode(views: Views, id: string): Repository {
  const databaseId = parseNodeId("R", id);
  const repositories = [...views.world.repositories.values()];
  const repository = repositories.find((one) => one.id === databaseId);
  if (repository === undefined || !canSee(views.actor, repository)) throw noNode(id);
  return repository;
}

/** The pull request of a node id, for a mutation. @throws a `GraphQLError` if there is none to be seen. */
export function findPullNode(views: Views, id: string) {
  const placed = parseNodeId("PR", id) === undefined ? undefined : findPlaced(views.world, id);
  if (placed === undefined || !canSee(views.actor, placed.repository)) throw noNode(id);
  const { issue, repository } = placed;
  if (!isPullRequest(issue)) throw noNode(id);
  return { issue, repository };
}

function findPlaced(world: World, id: string): PlacedIssue | undefined {
  const databaseId = parseNodeId("I", id) ?? parseNodeId("PR", id);
  return databaseId === undefined ? undefined : world.issuesById.get(databaseId);
}

/** @returns The fault of a node id that leads nowhere. */
export function noNode(id: string) {
  return queryError("NOT_FOUND", `Could not resolve to a node with the global id of '${id}'`);
}
