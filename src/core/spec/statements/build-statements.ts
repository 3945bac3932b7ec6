import type { Diagnostic } from "../../model/diagnostic.ts";
import type { SpecStatement } from "../../model/spec.ts";
import { collapseWhitespace } from "../../text/collapse-whitespace.ts";
import type { Source } from "../outline/build-source.ts";
import { toSourceSpan } from "../outline/inline-text.ts";
import type { Reference, ReferenceIndex } from "../references/reference-index.ts";
import { listEdges } from "./list-edges.ts";
import type { Party, ReadStatement } from "./read-statement.ts";

/** What a statement became. */
export interface BuiltStatements {
  readonly statements: readonly SpecStatement[];
  readonly diagnostics: readonly Diagnostic[];
}

const loop = "it would wait for itself";

/**
 * Turns a statement into its outcomes: an edge for each reason given, and at most one of each of
 * none, external and unresolved. Words that name nothing to wait for (`can run in parallel with T002`)
 * are a none. What is unresolved is a warning too, and so is a task or group that waits for itself.
 */
export function buildStatements(
  read: ReadStatement,
  index: ReferenceIndex,
  source: Source,
): BuiltStatements {
  const span = toSourceSpan(read.whole);
  const place = source.placeAt(span.start);
  const text = collapseWhitespace(read.whole.text);
  const common = { text, ...place, evidence: source.evidenceOf(span, read.confidence) };
  const owner = onlyTask(read.subject);
  const statements: SpecStatement[] = [];
  const diagnostics: Diagnostic[] = [];
  const seen = new Set<string>();

  for (const edge of listEdges(read, index)) statements.push({ ...common, ...edge });
  for (const reference of read.references) {
    const { referent } = reference;
    const why =
      referent.kind === "unresolved" ? referent.why : describeIdle(reference, read, index);
    if (why !== undefined) diagnostics.push(describeUnknown(reference, why, read, source));
    const kind = why === undefined ? referent.kind : "unresolved";
    if (kind === "tasks" || kind === "groups" || seen.has(kind)) continue;
    seen.add(kind);
    statements.push({ ...common, kind, owner });
  }
  if (read.references.length === 0) statements.push({ ...common, kind: "none", owner });
  return { statements, diagnostics };
}

/** Says why a reference makes no edge: nobody waits for it, or only what is referred to itself. */
function describeIdle(
  reference: Reference,
  read: ReadStatement,
  index: ReferenceIndex,
): string | undefined {
  const { kind } = reference.referent;
  if (kind !== "tasks" && kind !== "groups") return undefined;
  if (listEdges({ ...read, references: [reference] }, index).length > 0) return undefined;
  const isNobody = read.subject.refs.length + read.subject.groupIds.length === 0;
  return isNobody ? "nothing says which task it is about" : loop;
}

function describeUnknown(
  reference: Reference,
  why: string,
  read: ReadStatement,
  source: Source,
): Diagnostic {
  const offset = read.value.offsets[reference.at] ?? toSourceSpan(read.whole).start;
  const quoted = collapseWhitespace(reference.text);
  const [code, mend] =
    why === loop ? ["KS111", "take it out"] : ["KS103", "name a task or phase of this spec"];
  const message = `Cannot read "${quoted}" as a dependency: ${why}; ${mend}`;
  return { code, severity: "warning", message, at: source.placeAt(offset) };
}

function onlyTask({ refs, groupIds }: Party): string | undefined {
  return refs.length === 1 && groupIds.length === 0 ? refs[0] : undefined;
}
