import type { TemporalRow } from "../../model/spec.ts";

/**
 * Says which temporal constraints a table lists. Its header row decides, then the heading above it.
 *
 * @returns `undefined` for a table of anything else.
 */
export function recogniseTemporalTable(
  header: readonly string[],
  heading: string,
): TemporalRow["kind"] | undefined {
  const columns = header.join(" | ").toLowerCase();
  if (/\bconflict\b/.test(columns) || /(?:operation|resource).*\ba\b.*\|.*\bb\b/.test(columns)) {
    return "mutual-exclusion";
  }
  if (/\brollback\b|\boperation group\b/.test(columns)) return "atomicity";
  if (/\btrigger\b|\btimeout\b|\bguarantee\b/.test(columns)) return "liveness";
  if (/^constraint\b/.test(columns)) return "sequence";
  return recogniseByHeading(heading);
}

function recogniseByHeading(heading: string): TemporalRow["kind"] | undefined {
  if (/\bmutual(?:ly)?[\s-]exclusi(?:on|ve)\b|\bmutex\b/i.test(heading)) return "mutual-exclusion";
  if (/\batomicity\b/i.test(heading)) return "atomicity";
  if (/\bliveness\b/i.test(heading)) return "liveness";
  if (/\b(?:sequence|ordering|order) constraints?\b|^(?:sequence|ordering|order)$/i.test(heading))
    return "sequence";
  return undefined;
}
