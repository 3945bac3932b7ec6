import type { TaskId } from "../core/model/ids.ts";
import type { FieldNames } from "../core/model/issue-field.ts";
import type { IssueRef } from "../core/model/record.ts";
import {
  diffFieldValues,
  listFieldValues,
  type WantedValue,
} from "../core/sync/list-field-values.ts";
import { matchFields } from "../core/sync/match-fields.ts";
import type { CompiledSpec } from "./compile-spec.ts";
import type { FieldStore, Pace } from "./ports.ts";

/** The doors to the fields of issues. */
export interface FieldPorts {
  readonly fields: FieldStore;
  readonly pace: Pace;
}

/** What each task's issue is to have in its fields. */
export type WantedFields = ReadonlyMap<TaskId, readonly WantedValue[]>;

/**
 * Finds the organisation's fields that the settings name, and what tasks say in them, before anything is written.
 *
 * @throws {InputError} if it has none of that name, or one that cannot hold the values.
 * @throws {GitHubError} with remedy `fix-access` if there are no such fields here or the token may not see them.
 */
export async function openFields(
  names: FieldNames,
  { plan, schedule }: CompiledSpec,
  { fields }: FieldPorts,
): Promise<WantedFields> {
  return listFieldValues(plan, schedule, matchFields(names, await fields.listFields()));
}

/**
 * Writes the values that an issue lacks or has otherwise, all of an issue in one write; may be cut short
 * and done again without harm.
 *
 * @param issues What issues tasks have; of a dry run those that would be made are without.
 * @param known Issues that were there before this run: new ones have no values, nobody asks.
 * @returns One line a write.
 */
export async function syncFields(
  wanted: WantedFields,
  {
    issues,
    known,
    isDryRun,
  }: {
    readonly issues: ReadonlyMap<TaskId, IssueRef | undefined>;
    readonly known: ReadonlyMap<TaskId, unknown>;
    readonly isDryRun: boolean;
  },
  { fields, pace }: FieldPorts,
): Promise<readonly string[]> {
  const lines: string[] = [];
  for (const [id, values] of wanted) {
    const issue = issues.get(id);
    if (!issues.has(id) || values.length === 0) continue;
    const isOld = issue !== undefined && known.has(id);
    const missing = diffFieldValues(
      values,
      isOld ? await fields.readValues(issue.number) : new Map(),
    );
    if (missing.length === 0) continue;
    const names = missing.map(({ field }) => field.name).join(", ");
    lines.push(`~ fields of ${issue ? `issue #${issue.number} ` : ""}${id} (${names})`);
    if (isDryRun || issue === undefined) continue;
    await pace.beforeWrite("edit");
    await fields.setValues(issue.number, missing);
  }
  return lines;
}
