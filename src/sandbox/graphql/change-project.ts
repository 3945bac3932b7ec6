import { parseNodeId } from "../render/scalars.ts";
import type { NewField, Project, ProjectValue } from "../state/project.ts";
import {
  addField,
  addItem,
  createProject as makeProject,
  pick,
  setValue,
} from "../state/projects.ts";
import { findIssueNode, noNode } from "./find-node.ts";
import { unlessUnprocessable } from "./unless-unprocessable.ts";
import { requireProjects, viewField, viewItem, viewProject } from "./view-project.ts";
import type { Views } from "./views.ts";

interface Input {
  readonly clientMutationId?: string | null | undefined;
}

/** The mutation `createProjectV2`. */
export function createProject(
  views: Views,
  { ownerId, title, clientMutationId }: Input & { ownerId: string; title: string },
) {
  const id = parseNodeId("U", ownerId);
  const owner = [...views.world.users.values()].find((user) => user.id === id);
  if (owner === undefined) throw noNode(ownerId);
  requireProjects(views, owner, "write");
  const project = unlessUnprocessable(() => makeProject(views.world, owner, title));
  return answer({ clientMutationId }, { projectV2: viewProject(views, project) });
}

/** The mutation `createProjectV2Field`. */
export function createProjectField(views: Views, input: Input & NewField & { projectId: string }) {
  const project = findProject(views, input.projectId);
  const field = unlessUnprocessable(() => addField(views.world, project, input));
  return answer(input, { projectV2Field: viewField(field) });
}

/** The mutation `addProjectV2ItemById`. */
export function addProjectItem(
  views: Views,
  input: Input & { projectId: string; contentId: string },
) {
  const project = findProject(views, input.projectId);
  const content = findIssueNode(views, input.contentId);
  const item = unlessUnprocessable(() => addItem(views.world, project, content));
  return answer(input, { item: viewItem(views, project, item) });
}

/** The mutation `updateProjectV2ItemFieldValue`. */
export function setProjectValue(
  views: Views,
  input: Input & { projectId: string; itemId: string; fieldId: string; value: ProjectValue },
) {
  const project = findProject(views, input.projectId);
  const item = unlessUnprocessable(() => pick(project.items, parseNodeId("PVTI", input.itemId)));
  unlessUnprocessable(() => {
    setValue(item, pick(project.fields, parseNodeId("PVTF", input.fieldId)), input.value);
  });
  return answer(input, { projectV2Item: viewItem(views, project, item) });
}

function findProject(views: Views, nodeId: string): Project {
  const project = views.world.projects.get(parseNodeId("PVT", nodeId) ?? 0);
  if (project === undefined) throw noNode(nodeId);
  requireProjects(views, project.owner, "write");
  return project;
}

function answer({ clientMutationId }: Input, payload: object) {
  return { clientMutationId: clientMutationId ?? null, ...payload };
}
