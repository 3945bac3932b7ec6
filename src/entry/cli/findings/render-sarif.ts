import type { Log, ReportingDescriptor, Result } from "sarif";
import type { Diagnostic, Severity } from "../../../core/model/diagnostic.ts";
import { version } from "../../version.ts";
import type { Report } from "./report.ts";
import { rules } from "./rules.ts";

const levels: Readonly<Record<Severity, Result.level>> = {
  error: "error",
  warning: "warning",
  info: "note",
};

const page = "https://github.com/keysteps/keysteps/blob/main/docs/diagnostics.md";

/**
 * For code scanning: SARIF 2.1.0, one run. Paths are relative to the root of the repository, as
 * GitHub wants them. Source: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
export function renderSarif({ diagnostics }: Report): string {
  const codes = [...new Set(diagnostics.map(({ code }) => code))].toSorted();
  const log: Log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "Keysteps", version, rules: codes.map(toRule) } },
        columnKind: "utf16CodeUnits",
        results: diagnostics.map((finding) => toResult(finding, codes)),
      },
    ],
  };
  return JSON.stringify(log, undefined, 2);
}

/** What code scanning shows beside a finding, from the page on diagnostics. */
function toRule(id: string): ReportingDescriptor {
  const rule = rules[id];
  if (rule === undefined) return { id, helpUri: page };
  const { what, cause, mend, anchor } = rule;
  const help = `${cause}. ${mend}.`;
  return {
    id,
    shortDescription: { text: what },
    fullDescription: { text: `${what}. ${cause}.` },
    help: { text: help, markdown: help },
    helpUri: `${page}#${anchor}`,
  };
}

function toResult({ code, severity, message, at }: Diagnostic, codes: readonly string[]): Result {
  const uri = at.path.split("/").map(encodeURIComponent).join("/");
  const region = { startLine: at.line, startColumn: at.column };
  return {
    ruleId: code,
    ruleIndex: codes.indexOf(code),
    level: levels[severity],
    message: { text: message },
    locations: [
      {
        physicalLocation: { artifactLocation: { uri }, region },
        ...(at.pointer && { logicalLocations: [{ fullyQualifiedName: at.pointer }] }),
      },
    ],
  };
}
