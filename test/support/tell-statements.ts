import type { SpecDocument } from "../../src/core/model/spec.ts";

/**
 * A document's dependency statements in short, in order: `T002 after T001`, `phase:2 after phase:1`,
 * `T003 none`, `T004 external`, each with its line (`:7`) if asked for.
 */
export function tellStatements(
  document: Pick<SpecDocument, "statements">,
  isWithLine = false,
): readonly string[] {
  return document.statements.map((statement) => {
    const line = isWithLine ? `:${statement.line}` : "";
    switch (statement.kind) {
      case "edge":
        return `${statement.owners.join(",")} after ${statement.on.join(",")}${line}`;
      case "group-edge":
        return `${statement.ownerGroups.join(",")} after ${statement.onGroups.join(",")}${line}`;
      default:
        return `${statement.owner ?? "-"} ${statement.kind}${line}`;
    }
  });
}
