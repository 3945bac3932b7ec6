import { InputError } from "../core/errors.ts";
import type { Patch } from "../core/model/patch.ts";

/** The most that one apply of one spec may do without being asked for it. */
export interface ApplyLimits {
  /** Issues that it creates. */
  readonly maxCreate: number;
  /** Issues that it closes because their task left the spec. */
  readonly maxClose: number;
}

/** Enough for a large spec; a wrong file or a spec cut in half goes beyond. */
export const defaultLimits: ApplyLimits = { maxCreate: 200, maxClose: 20 };

/**
 * Stops before the first write where an apply would do more than anybody is likely to mean.
 *
 * @throws {InputError} naming the number to allow.
 */
export function refuseLargePatch({ steps }: Patch, path: string, limits: ApplyLimits): void {
  const creates = steps.filter(({ kind }) => kind === "create-issue").length;
  const closes = steps.filter(
    (step) => step.kind === "update-issue" && step.changes.stateReason === "not_planned",
  ).length;
  if (creates > limits.maxCreate) {
    throw new InputError(
      `Cannot apply ${path}: it would create ${creates} issues, and ${limits.maxCreate} are allowed; if they are meant, set max-create to ${creates}`,
    );
  }
  if (closes > limits.maxClose) {
    throw new InputError(
      `Cannot apply ${path}: it would close ${closes} issues whose tasks left the spec, and ${limits.maxClose} are allowed; if they are meant, set max-close to ${closes}`,
    );
  }
}
