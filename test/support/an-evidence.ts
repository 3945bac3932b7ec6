import type { Evidence } from "../../src/core/model/evidence.ts";

/** Evidence on one line, said outright. */
export function anEvidence(line = 1, changes: Partial<Evidence> = {}): Evidence {
  const quote = `what line ${line} says`;
  return {
    path: "specs/shop/tasks.md",
    quote,
    section: "H2: Tasks",
    startLine: line,
    endLine: line,
    loc: { start: line * 100, end: line * 100 + quote.length },
    confidence: 1,
    ...changes,
  };
}
