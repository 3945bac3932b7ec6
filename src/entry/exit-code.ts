import { KeystepsError, type Remedy } from "../core/errors.ts";
import type { Diagnostic } from "../core/model/diagnostic.ts";

const codeOfRemedy: Readonly<Record<Remedy, number>> = {
  "fix-input": 1,
  "fix-codebase": 2,
  "fix-access": 10,
  "try-later": 11,
  "report-bug": 70,
};

/** The exit code of a run that the user gave up. */
export const abortedExitCode = 9;

/** The exit code of an error that ended a run: 1 input, 2 code, 10 access, 11 try later, 70 a bug of ours. */
export function exitCodeOfError(error: unknown): number {
  return error instanceof KeystepsError ? codeOfRemedy[error.remedy] : 70;
}

/** The exit code of a plan's findings: 3 cycle, 4 a capacity too small, 5 any other error, 0 none. */
export function exitCodeOfFindings(diagnostics: readonly Diagnostic[]): number {
  const codes = new Set(
    diagnostics.filter(({ severity }) => severity === "error").map(({ code }) => code),
  );
  if (codes.has("KS201")) return 3;
  if (codes.has("KS301")) return 4;
  return codes.size > 0 ? 5 : 0;
}
