import { notFound, Refusal } from "../refusal.ts";
import type { PlacedIssue } from "./blocked-by.ts";
import type { NewField, Project, ProjectField, ProjectItem, ProjectValue } from "./project.ts";
import type { User } from "./user.ts";
import type { World } from "./world.ts";

const usualStates = ["Todo", "In Progress", "Done"];

/** Most items of a board. Source: https://docs.github.com/en/issues/planning-and-tracking-with-projects */
const MAX_ITEMS = 50_000;

/** The boards of an account, oldest first. */
export function listProjects(world: World, owner: User): Project[] {
  return [...world.projects.values()].filter((project) => project.owner === owner);
}

/** Makes a board with the fields that each begins with. */
export function createProject(world: World, owner: User, title: string): Project {
  if (title.trim() === "") throw new Refusal(422, "Title can't be blank");
  const id = world.nextId();
  const number = listProjects(world, owner).length + 1;
  const project: Project = { ...{ id, number, owner, title }, fields: [], items: [] };
  world.projects.set(id, project);
  addField(world, project, { name: "Title", dataType: "TITLE" });
  const options = usualStates.map((name) => ({ name, color: "GRAY", description: "" }));
  addField(world, project, {
    ...{ name: "Status", dataType: "SINGLE_SELECT", singleSelectOptions: options },
  });
  return project;
}

/** Gives a board a field. @throws {Refusal} 422 if it has one of that name, in any case. */
export function addField(world: World, project: Project, wanted: NewField): ProjectField {
  const name = wanted.name.toLowerCase();
  if (project.fields.some((field) => field.name.toLowerCase() === name)) {
    throw new Refusal(422, "Name has already been taken");
  }
  const options = (wanted.singleSelectOptions ?? []).map((option) => ({
    ...option,
    id: world.nextId().toString(16).slice(-8),
  }));
  if (wanted.dataType === "SINGLE_SELECT" && options.length === 0) {
    throw new Refusal(422, "Options can't be blank");
  }
  const field = { id: world.nextId(), name: wanted.name, dataType: wanted.dataType, options };
  project.fields.push(field);
  return field;
}

/** Puts an issue or pull request on a board; one that is there already stays the item it is. */
export function addItem(world: World, project: Project, content: PlacedIssue): ProjectItem {
  const known = project.items.find((item) => item.content.issue === content.issue);
  if (known !== undefined) return known;
  if (project.items.length >= MAX_ITEMS) throw new Refusal(422, "Project has too many items");
  const item = { id: world.nextId(), content, values: new Map() };
  project.items.push(item);
  return item;
}

/** Sets a field of an item. @throws {Refusal} 422 for a value that is not of the field's kind, or no choice of it. */
export function setValue(item: ProjectItem, field: ProjectField, value: ProjectValue): void {
  const given = {
    ...{ TITLE: undefined, TEXT: value.text, NUMBER: value.number, DATE: value.date },
    SINGLE_SELECT: value.singleSelectOptionId,
  }[field.dataType];
  if (given == null) throw new Refusal(422, `Did not receive a ${field.dataType} value to update`);
  const isChoice = field.options.some(({ id }) => id === value.singleSelectOptionId);
  if (field.dataType === "SINGLE_SELECT" && !isChoice) {
    throw new Refusal(422, "The single select option Id does not belong to the field");
  }
  item.values.set(field.id, value);
}

/** @throws {Refusal} 404 if there is none of that id. */
export function pick<Thing extends { readonly id: number }>(
  things: readonly Thing[],
  id: number | undefined,
): Thing {
  const thing = things.find((one) => one.id === id);
  if (thing === undefined) throw notFound();
  return thing;
}
