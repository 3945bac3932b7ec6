import type { PlanId } from "../core/model/ids.ts";
import { type FoundRecord, findRecords } from "../core/sync/list-records.ts";
import { resemblesRecord } from "../core/sync/resembles-record.ts";

/** The spec that is to be planned. */
export interface SpecAtHand {
  readonly path: string;
  /** Its path before, where GitHub tells of a rename. */
  readonly previousPath: string | undefined;
  readonly text: string;
  /** Whether a file stands in the repository as it is now. */
  readonly hasFile: (path: string) => Promise<boolean>;
}

/** What earlier applies left. */
export interface LastApply {
  /** The last apply of this spec; `undefined` if there was none. */
  readonly last: FoundRecord | undefined;
  /** Plan IDs that other specs have. */
  readonly takenPlanIds: readonly PlanId[];
}

/**
 * Finds the last apply of a spec on branch `keysteps`: by its path, by the path that it had before
 * a rename, or, where nobody told of a rename, by the tasks of a plan whose file is gone.
 *
 * @throws {InputError} if there is none, and a record that may be the one cannot be read.
 */
export async function findLastApply(
  files: ReadonlyMap<string, string>,
  { path, previousPath, text, hasFile }: SpecAtHand,
): Promise<LastApply> {
  const { records, faults } = findRecords(files);
  const byPath = (wanted: string) => records.find(({ record }) => record.specPath === wanted);
  const known = byPath(path) ?? (previousPath === undefined ? undefined : byPath(previousPath));
  const last = known ?? (await findMoved());
  const [fault] = faults;
  if (last === undefined && fault !== undefined) throw fault; // it may be this spec's
  const others = records.filter((other) => other !== last);
  return { last, takenPlanIds: others.map(({ record }) => record.planId) };

  async function findMoved(): Promise<FoundRecord | undefined> {
    for (const found of records.filter(({ record }) => resemblesRecord(text, record))) {
      if (!(await hasFile(found.record.specPath))) return found;
    }
    return undefined;
  }
}
