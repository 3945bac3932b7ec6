import type { Diagnostic } from "../../core/model/diagnostic.ts";
import { exitCodeOfFindings } from "../exit-code.ts";
import type { FailOn } from "./read-inputs.ts";

/** The exit code of a run that came to its end: that of its errors, 5 for warnings where they count, 0 if nothing counts. */
export function judgeFindings(diagnostics: readonly Diagnostic[], failOn: FailOn): number {
  if (failOn === "never") return 0;
  const hasWarning = diagnostics.some(({ severity }) => severity === "warning");
  return exitCodeOfFindings(diagnostics) || (failOn === "warning" && hasWarning ? 5 : 0);
}
