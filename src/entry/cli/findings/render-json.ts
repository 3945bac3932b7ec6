import { countFindings, type Report } from "./report.ts";

/** For programs: what was looked at (`specs` or `plans`), counts and findings as one JSON object. */
export function renderJson(report: Report): string {
  const findings = report.diagnostics.map(({ code, severity, message, at }) => ({
    path: at.path,
    line: at.line,
    column: at.column,
    pointer: at.pointer,
    severity,
    code,
    message,
  }));
  return JSON.stringify(
    { [`${report.kind}s`]: report.paths, counts: countFindings(report), findings },
    undefined,
    2,
  );
}
