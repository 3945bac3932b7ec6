import type { FilePlace } from "../artifact-set.ts";

/** A list of a file that names tasks. */
export interface NameList extends FilePlace {
  readonly ids: readonly string[];
  /** Where each of them stands. */
  readonly places: readonly FilePlace[];
  /** Each may stand there once only; another check may say so instead. */
  readonly isSet: boolean;
  /** The task whose list it is, which does not name itself. */
  readonly owner?: string | undefined;
}
