import { notFound, Refusal } from "../refusal.ts";
import type { Issue, IssueField } from "./records.ts";
import type { User } from "./user.ts";
import type { World } from "./world.ts";

/** The fields of an organisation. @throws {Refusal} 404 for a person, who has none. */
export function listIssueFields(world: World, owner: User | undefined): readonly IssueField[] {
  if (owner?.type !== "Organization") throw notFound();
  return world.issueFields.get(owner.id) ?? [];
}

/** Defines a field, as an organisation's owners do on its page. */
export function addIssueField(
  world: World,
  owner: User,
  { name, dataType, options = [] }: Pick<IssueField, "name" | "dataType"> & { options?: string[] },
): IssueField {
  const named = options.map((option) => ({ id: world.nextId(), name: option }));
  const field = { id: world.nextId(), name, dataType, options: named };
  world.issueFields.set(owner.id, [...listIssueFields(world, owner), field]);
  return field;
}

/** The values of an issue by the field's id. */
export function listFieldValues(world: World, { id }: Issue): ReadonlyMap<number, string | number> {
  return world.issueFieldValues.get(id) ?? new Map();
}

/** Gives an issue a value. @throws {Refusal} 422 if there is no such field, or it takes no such value. */
export function setFieldValue(
  world: World,
  { owner, issue }: { readonly owner: User; readonly issue: Issue },
  { field_id: id, value }: { readonly field_id: number; readonly value: unknown },
): void {
  const field = listIssueFields(world, owner).find((one) => one.id === id);
  if (field === undefined) throw new Refusal(422, `Validation Failed: no issue field ${id}`);
  const isRight =
    field.dataType === "single_select"
      ? field.options.some(({ name }) => name === value)
      : typeof value === (field.dataType === "number" ? "number" : "string");
  if (!isRight || (typeof value !== "string" && typeof value !== "number"))
    throw new Refusal(422, `Validation Failed: ${field.name} does not take ${String(value)}`);
  world.issueFieldValues.set(
    issue.id,
    new Map([...listFieldValues(world, issue), [field.id, value]]),
  );
}
