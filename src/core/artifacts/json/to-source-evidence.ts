import type { SourceEvidence } from "../../model/artifact/source-evidence.ts";
import type { Evidence } from "../../model/evidence.ts";

/** Evidence in the form that artifacts have it. */
export function toSourceEvidence({
  path,
  quote,
  loc,
  section,
  startLine,
  endLine,
  confidence,
}: Evidence): SourceEvidence {
  return {
    path,
    quote,
    loc: { start: loc.start, end: loc.end },
    section,
    startLine,
    endLine,
    confidence,
  };
}
