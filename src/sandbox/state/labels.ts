import { invalidField, notFound } from "../refusal.ts";
import { checkText } from "./check-text.ts";
import type { Label, Repository } from "./records.ts";
import type { World } from "./world.ts";

/** What a label is made or changed with; a colour is six hexadecimal digits without `#`. */
export interface LabelFields {
  readonly name?: string | undefined;
  readonly color?: string | undefined;
  readonly description?: string | null | undefined;
}

/** The colour of labels that nobody gave one. */
const PLAIN_COLOR = "ededed";

/** @throws {Refusal} 404 if the repository has no label of that name. */
export function getLabel(repository: Repository, name: string): Label {
  const label = repository.labels.get(name.toLowerCase());
  if (label === undefined) throw notFound();
  return label;
}

/** Defines a label. @throws {Refusal} 422 if the name is taken (in any case) or a field is not acceptable. */
export function createLabel(
  world: World,
  repository: Repository,
  fields: LabelFields & { readonly name: string },
): Label {
  checkFields(repository, fields, undefined);
  const { name, color = PLAIN_COLOR, description = null } = fields;
  const label: Label = { id: world.nextId(), name, color: color.toLowerCase(), description };
  repository.labels.set(name.toLowerCase(), label);
  return label;
}

/** The labels of these names; those that are not defined yet become so, as when GitHub puts them on an issue. */
export function ensureLabels(
  world: World,
  repository: Repository,
  names: readonly string[],
): Label[] {
  for (const name of names) checkName(name);
  const labels = names.map(
    (name) => repository.labels.get(name.toLowerCase()) ?? createLabel(world, repository, { name }),
  );
  return [...new Set(labels)];
}

/** Renames or redefines a label, on all its issues too. */
export function updateLabel(repository: Repository, label: Label, fields: LabelFields): void {
  checkFields(repository, fields, label);
  repository.labels.delete(label.name.toLowerCase());
  label.name = fields.name ?? label.name;
  label.color = fields.color?.toLowerCase() ?? label.color;
  label.description = fields.description === undefined ? label.description : fields.description;
  repository.labels.set(label.name.toLowerCase(), label);
}

/** Removes a label from the repository and from all its issues. */
export function deleteLabel(repository: Repository, label: Label): void {
  repository.labels.delete(label.name.toLowerCase());
  for (const issue of repository.issues.values()) {
    issue.labels = issue.labels.filter((other) => other !== label);
  }
}

function checkFields(repository: Repository, fields: LabelFields, own: Label | undefined): void {
  const { name, color, description } = fields;
  if (name !== undefined) {
    checkName(name);
    const holder = repository.labels.get(name.toLowerCase());
    if (holder !== undefined && holder !== own) {
      throw invalidField("Label", "name", "already_exists");
    }
  }
  if (color !== undefined && !/^[0-9a-f]{6}$/i.test(color)) {
    throw invalidField("Label", "color", "invalid");
  }
  checkText("Label", "description", description);
}

function checkName(name: string): void {
  if (name.trim() === "") throw invalidField("Label", "name", "missing_field");
  checkText("Label", "name", name);
}
