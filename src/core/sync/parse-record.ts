import { InputError } from "../errors.ts";
import { type PlanRecord, planRecord } from "../model/record.ts";

/**
 * Reads the text of a record's file.
 *
 * @throws {InputError} if it is not a record of a version we know: going on without it would
 * make every issue twice.
 */
export function parseRecord(text: string, path: string): PlanRecord {
  try {
    return planRecord.parse(JSON.parse(text));
  } catch (cause) {
    const mend =
      "restore the file from the history of branch keysteps, or update Keysteps if a newer version wrote it";
    throw new InputError(
      `Cannot read the plan record ${path}: it is not a record of version 1; ${mend}`,
      { cause },
    );
  }
}
