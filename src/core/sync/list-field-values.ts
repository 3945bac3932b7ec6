import type { TaskId } from "../model/ids.ts";
import type { FieldKey, FieldValue, FieldValues, IssueField } from "../model/issue-field.ts";
import type { Plan } from "../model/plan.ts";
import type { Schedule } from "../model/schedule.ts";
import { listBoardValues } from "./list-board-values.ts";
import { toFieldValue } from "./match-fields.ts";

/** A value that an issue is to have in a field. */
export interface WantedValue {
  readonly field: IssueField;
  readonly value: FieldValue;
  /** Given once; a value that people put in its place stays. */
  readonly isFirstOnly: boolean;
}

/**
 * What a plan's tasks say in the fields of their issues: the same as on a board, and the priority, which is
 * people's once it is given.
 *
 * @throws {InputError} if a select lacks an option.
 */
export function listFieldValues(
  plan: Plan,
  schedule: Schedule,
  fields: ReadonlyMap<FieldKey, IssueField>,
): ReadonlyMap<TaskId, readonly WantedValue[]> {
  const onBoard = listBoardValues(plan, schedule);
  return new Map(
    plan.tasks.map(({ id, priority }) => {
      const values = new Map<string, FieldValue>(
        [...(onBoard.get(id) ?? [])].map(([name, value]) => [name.toLowerCase(), value]),
      );
      if (priority !== undefined) values.set("priority", priority);
      const wanted = [...fields].flatMap(([key, field]): readonly WantedValue[] => {
        const value = values.get(key);
        if (value === undefined) return [];
        return [{ field, value: toFieldValue(field, value), isFirstOnly: key === "priority" }];
      });
      return [id, wanted];
    }),
  );
}

/** Those that an issue lacks or has otherwise. */
export function diffFieldValues(
  wanted: readonly WantedValue[],
  now: FieldValues,
): readonly WantedValue[] {
  return wanted.filter(({ field, value, isFirstOnly }) => {
    const has = now.get(field.id);
    return has === undefined || (!isFirstOnly && has !== value);
  });
}
