import { InputError } from "../../core/errors.ts";

/** Takes a file that is not there for no file; any other fault with a file is not passed over. */
export function ignoreMissing(error: unknown): undefined {
  const cause = error instanceof InputError ? error.cause : undefined;
  const isMissing =
    typeof cause === "object" && cause !== null && "code" in cause && cause.code === "ENOENT";
  if (!isMissing) throw error;
}
