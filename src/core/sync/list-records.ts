import { InputError } from "../errors.ts";
import type { PlanLease } from "../model/lease.ts";
import type { PlanRecord } from "../model/record.ts";
import { leaseFile, parseLease } from "./lease/lease-file.ts";
import { parseRecord } from "./parse-record.ts";
import { begunFile, recordFile } from "./render-record.ts";

/** A record and the folder on branch `keysteps` that it stands in. */
export interface FoundRecord {
  /** Of the last apply that went through; where a later one was begun, that one's. */
  readonly record: PlanRecord;
  readonly folder: string;
  /** Of the apply that was begun; `undefined` where the last one went through. */
  readonly lease?: PlanLease | undefined;
}

/** The records of all plans, and why some cannot be read. */
export interface FoundRecords {
  readonly records: readonly FoundRecord[];
  readonly faults: readonly InputError[];
}

/** The names of the files that an apply reads of each plan. */
export const recordFiles: readonly string[] = [recordFile, begunFile, leaseFile];

/** The records of all plans that were ever applied or begun, from the files of branch `keysteps`, by path. */
export function findRecords(files: ReadonlyMap<string, string>): FoundRecords {
  const names = new Set<string>([recordFile, begunFile]);
  const folders = [...files.keys()].flatMap((path) => {
    const at = path.lastIndexOf("/");
    return names.has(path.slice(at + 1)) ? [path.slice(0, at)] : [];
  });
  const records: FoundRecord[] = [];
  const faults: InputError[] = [];
  for (const folder of [...new Set(folders)].toSorted()) {
    try {
      records.push(readFolder(folder, files));
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      faults.push(error);
    }
  }
  return { records, faults };
}

/**
 * The same where all must be readable.
 *
 * @throws {InputError} if a record cannot be read.
 */
export function listRecords(files: ReadonlyMap<string, string>): readonly FoundRecord[] {
  const { records, faults } = findRecords(files);
  const [fault] = faults;
  if (fault !== undefined) throw fault;
  return records;
}

function readFolder(folder: string, files: ReadonlyMap<string, string>): FoundRecord {
  const begun = `${folder}/${begunFile}`;
  const path = files.has(begun) ? begun : `${folder}/${recordFile}`;
  const lease = files.get(`${folder}/${leaseFile}`);
  return {
    record: parseRecord(files.get(path) ?? "", path),
    folder,
    lease: lease === undefined ? undefined : parseLease(lease, `${folder}/${leaseFile}`),
  };
}
