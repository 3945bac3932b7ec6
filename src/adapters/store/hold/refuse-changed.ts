import { ConflictError } from "../../../core/errors.ts";

/** The error for a hold that is no longer what a decision took it for. */
export function refuseChanged(attempt: string, holdId: string): ConflictError {
  return new ConflictError(
    `Cannot ${attempt} hold ${holdId}: it was released or revoked meanwhile; read again, decide anew`,
  );
}
