import { judgeProjects } from "../access/judge-projects.ts";
import { Refusal } from "../refusal.ts";
import { renderNodeId } from "../render/scalars.ts";
import { isPullRequest } from "../state/announce-issue.ts";
import type { Project, ProjectField, ProjectItem, ProjectValue } from "../state/project.ts";
import { listProjects } from "../state/projects.ts";
import type { User } from "../state/user.ts";
import { connect, type PageArguments } from "./connect.ts";
import { queryError } from "./query-error.ts";
import type { View, Views } from "./views.ts";

/** The boards of an account, as fields of its view. */
export function viewProjectsOf(views: Views, owner: User) {
  const list = () => {
    requireProjects(views, owner, "read");
    return listProjects(views.world, owner);
  };
  return {
    projectV2: ({ number }: { number: number }) => {
      const project = list().find((one) => one.number === number);
      if (project !== undefined) return viewProject(views, project);
      const message = `Could not resolve to a ProjectV2 with the number ${number}.`;
      throw queryError("NOT_FOUND", message);
    },
    projectsV2: ({ query, ...page }: PageArguments & { query?: string | null }) => {
      const words = (query ?? "").toLowerCase();
      const found = list().filter(({ title }) => title.toLowerCase().includes(words));
      return connect("projectsV2", found.toReversed(), page, {
        key: ({ id }) => id,
        node: (project) => viewProject(views, project),
      });
    },
  };
}

/** @throws a `GraphQLError` of type FORBIDDEN if the caller may not. */
export function requireProjects(views: Views, owner: User, needed: "read" | "write"): void {
  try {
    judgeProjects(views.actor, owner, needed);
  } catch (error) {
    if (error instanceof Refusal) throw queryError("FORBIDDEN", error.message);
    throw error;
  }
}

/** A board with its fields and items. */
export function viewProject(views: Views, project: Project): View {
  const kind = project.owner.type === "Organization" ? "orgs" : "users";
  return {
    __typename: "ProjectV2",
    ...{ id: renderNodeId("PVT", project.id), number: project.number, title: project.title },
    ...{ closed: false, public: false, owner: () => views.user(project.owner) },
    url: `${views.world.origin}/${kind}/${project.owner.login}/projects/${project.number}`,
    field: ({ name }: { name: string }) => {
      const field = project.fields.find((one) => one.name.toLowerCase() === name.toLowerCase());
      return field ? viewField(field) : null;
    },
    fields: (page: PageArguments) =>
      connect("fields", project.fields, page, { key: ({ id }) => id, node: viewField }),
    items: (page: PageArguments) =>
      connect("items", project.items, page, {
        key: ({ id }) => id,
        node: (item) => viewItem(views, project, item),
      }),
  };
}

/** A field, with its choices if it has any. */
export function viewField({ id, name, dataType, options }: ProjectField): View {
  const isChoice = dataType === "SINGLE_SELECT";
  return {
    __typename: isChoice ? "ProjectV2SingleSelectField" : "ProjectV2Field",
    ...{ id: renderNodeId("PVTF", id), name, dataType, options },
  };
}

/** An item with its values. */
export function viewItem(views: Views, project: Project, item: ProjectItem): View {
  const { issue, repository } = item.content;
  const values = project.fields.flatMap((field) => {
    const value = item.values.get(field.id);
    return value ? [{ field, value }] : [];
  });
  return {
    __typename: "ProjectV2Item",
    ...{ id: renderNodeId("PVTI", item.id), isArchived: false },
    project: () => viewProject(views, project),
    content: () =>
      isPullRequest(issue) ? views.pull(repository, issue) : views.issue(item.content),
    fieldValueByName: ({ name }: { name: string }) => {
      const found = values.find(({ field }) => field.name.toLowerCase() === name.toLowerCase());
      return found ? viewValue(item, found.field, found.value) : null;
    },
    fieldValues: (page: PageArguments) =>
      connect("fieldValues", values, page, {
        key: ({ field }) => field.id,
        node: ({ field, value }) => viewValue(item, field, value),
      }),
  };
}

const kinds = { TITLE: "Text", TEXT: "Text", NUMBER: "Number", DATE: "Date" } as const;

function viewValue(item: ProjectItem, field: ProjectField, value: ProjectValue): View {
  const option = field.options.find(({ id }) => id === value.singleSelectOptionId);
  const kind = field.dataType === "SINGLE_SELECT" ? "SingleSelect" : kinds[field.dataType];
  return {
    __typename: `ProjectV2ItemField${kind}Value`,
    ...{ id: renderNodeId("PVTV", item.id * 1000 + field.id), field: viewField(field) },
    ...{ text: value.text, number: value.number, date: value.date },
    ...{ name: option?.name, optionId: option?.id },
  };
}
