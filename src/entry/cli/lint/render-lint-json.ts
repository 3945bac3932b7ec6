import { countFindings, type LintReport } from "./lint-report.ts";

/** For programs: specs, counts and findings as one JSON object. */
export function renderLintJson(report: LintReport): string {
  const findings = report.diagnostics.map(({ code, severity, message, at }) => ({
    path: at.path,
    line: at.line,
    column: at.column,
    severity,
    code,
    message,
  }));
  return JSON.stringify(
    { specs: report.specs, counts: countFindings(report), findings },
    undefined,
    2,
  );
}
