import type { PlanRecord } from "../model/record.ts";
import { parseRecord } from "./parse-record.ts";
import { recordFile } from "./render-record.ts";

/** A record and the folder on branch `keysteps` that it stands in. */
export interface FoundRecord {
  readonly record: PlanRecord;
  readonly folder: string;
}

/**
 * The records of all plans that were ever applied, from the files of branch `keysteps`, by path.
 *
 * @throws {InputError} if a record cannot be read.
 */
export function listRecords(files: ReadonlyMap<string, string>): readonly FoundRecord[] {
  return [...files]
    .filter(([path]) => path.endsWith(`/${recordFile}`))
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, text]) => ({
      record: parseRecord(text, path),
      folder: path.slice(0, -recordFile.length - 1),
    }));
}
