import { KeystepsError } from "../core/errors.ts";
import { hideTokens } from "./hide-tokens.ts";

/**
 * An error as a person should see it, without tokens: one line for what we foresaw, and for a bug of ours the
 * trace and where to report it.
 */
export function describeError(error: unknown): string {
  if (error instanceof KeystepsError && error.remedy !== "report-bug")
    return hideTokens(error.message);
  const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return `This is a bug in Keysteps. Please report it with these lines at https://github.com/keysteps/keysteps/issues\n${hideTokens(trace)}`;
}
