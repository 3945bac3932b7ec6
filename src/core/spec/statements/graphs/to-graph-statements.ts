import { type InlineText, joinInlineLines } from "../../outline/inline-text.ts";
import type { Side } from "../../references/read-side.ts";
import type { Reference } from "../../references/reference-index.ts";
import type { ReadStatement } from "../read-statement.ts";

/** What a drawing or list says: `subject` comes after `object`. */
export interface GraphPair {
  readonly whole: InlineText;
  readonly subject: readonly Side[];
  readonly object: readonly Side[];
}

/** What is drawn, what only stands in one wave after another, or in one that says which it comes after. */
export type GraphSource = "arrow" | "wave-order" | "stated-wave";

/**
 * Drawings repeat what is said elsewhere, and are forgotten when that changes. The mere order of waves
 * counts as the mere order of phases does, and what waves say outright as what phases say.
 */
const weights: Readonly<Record<GraphSource, Pick<ReadStatement, "confidence" | "basis">>> = {
  arrow: { confidence: 0.8, basis: "graph" },
  "wave-order": { confidence: 0.5, basis: "waves" },
  "stated-wave": { confidence: 0.9, basis: "graph" },
};

/**
 * Turns one arrow, or two waves that follow each other, into statements: an edge where both ends are
 * known, and an unresolved one for each end that looks like an ID and is none. Ends that name nothing
 * (`Start`) are left out.
 */
export function toGraphStatements(
  { whole, subject, object }: GraphPair,
  from: GraphSource,
): readonly ReadStatement[] {
  const common = { whole, relation: "after" as const, ...weights[from] };
  const party = {
    refs: subject.flatMap((side) => side.party.refs),
    groupIds: subject.flatMap((side) => side.party.groupIds),
  };
  const nobody = { refs: [], groupIds: [] };
  const unknown = [...subject, ...object].flatMap((side) =>
    side.references
      .filter(({ referent }) => referent.kind === "unresolved")
      .map((reference) => ({
        ...common,
        whole: side.words,
        value: side.words,
        subject: nobody,
        references: [reference],
      })),
  );
  const references = object.flatMap(({ references: all }) =>
    all.filter(isFound).map((reference) => ({ ...reference, reason: undefined })),
  );
  const isSaid = references.length > 0 && party.refs.length + party.groupIds.length > 0;
  const value = joinInlineLines(object.map(({ words }) => words));
  return isSaid ? [{ ...common, value, subject: party, references }, ...unknown] : unknown;
}

function isFound({ referent }: Reference): boolean {
  return referent.kind === "tasks" || referent.kind === "groups";
}
