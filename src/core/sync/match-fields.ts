import { InputError } from "../errors.ts";
import {
  type FieldKey,
  type FieldNames,
  type FieldValue,
  fieldKeys,
  type IssueField,
} from "../model/issue-field.ts";

const mend = "or take it out of issues.fields in .github/keysteps.yml";
const fittingKinds: Readonly<Record<FieldKey, readonly IssueField["kind"][]>> = {
  priority: ["single_select", "text"],
  estimate: ["number", "text"],
  wave: ["number", "single_select", "text"],
  start: ["date", "text"],
  target: ["date", "text"],
};

/**
 * The organisation's fields that the settings name, in any case.
 *
 * @throws {InputError} if it has none of that name, or one that cannot hold such values.
 */
export function matchFields(
  names: FieldNames,
  fields: readonly IssueField[],
): ReadonlyMap<FieldKey, IssueField> {
  const known = fields.map(({ name }) => `"${name}"`).join(", ") || "none";
  return new Map(
    fieldKeys.flatMap((key) => {
      const name = names[key];
      if (name === undefined) return [];
      const field = fields.find((one) => isSame(one.name, name));
      if (field === undefined) {
        throw new InputError(
          `Cannot keep the ${key} of tasks in the issue field "${name}": the organisation has ${known}; define it there, ${mend}`,
        );
      }
      if (fittingKinds[key].includes(field.kind)) return [[key, field] as const];
      const wanted = fittingKinds[key].join(" or ");
      throw new InputError(
        `Cannot keep the ${key} of tasks in the issue field "${name}": it is of kind ${field.kind}, wanted is ${wanted}; name another, ${mend}`,
      );
    }),
  );
}

/**
 * A value as its field holds it: the option of a select as it is written there, where `critical` may be
 * called Urgent, as in the field that organisations start with.
 *
 * @throws {InputError} if a select has no such option.
 */
export function toFieldValue(field: IssueField, value: FieldValue): FieldValue {
  if (field.kind === "number") return value;
  const text = String(value);
  if (field.kind !== "single_select") return text;
  const names = text === "critical" ? [text, "urgent"] : [text];
  const option = names.flatMap((name) => field.options.filter((one) => isSame(one, name)))[0];
  if (option !== undefined) return option;
  throw new InputError(
    `Cannot give issues "${text}" in the field "${field.name}": its options are ${field.options.join(", ")}; add that option, ${mend}`,
  );
}

function isSame(left: string, right: string): boolean {
  return left.toLowerCase() === right.toLowerCase();
}
