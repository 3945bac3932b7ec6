import type { Diagnostic } from "../../model/diagnostic.ts";
import type { SpecStatement } from "../../model/spec.ts";
import { collapseWhitespace } from "../../text/collapse-whitespace.ts";
import type { Source } from "../outline/build-source.ts";
import { offsetAt, sliceInline, toSourceSpan } from "../outline/inline-text.ts";
import type { Reference, ReferenceIndex } from "../references/reference-index.ts";
import { listEdges } from "./list-edges.ts";
import type { Party, ReadStatement } from "./read-statement.ts";

/** What a statement became. */
export interface BuiltStatements {
  readonly statements: readonly SpecStatement[];
  /** Those of the statements by which a task says outright that it waits for nothing. */
  readonly denials: readonly SpecStatement[];
  readonly diagnostics: readonly Diagnostic[];
}

const loop = "it would wait for itself";

/**
 * Turns a statement into its outcomes: an edge for each reason given, at most one none, an external for
 * each stretch of words that names nothing of the document, and an unresolved for each unknown ID. Words
 * that name nothing to wait for (`can run in parallel with T002`) are a none. What is unresolved is a
 * warning too, and so is a task or group that waits for itself.
 */
export function buildStatements(
  read: ReadStatement,
  index: ReferenceIndex,
  source: Source,
): BuiltStatements {
  const span = toSourceSpan(read.whole);
  const common = {
    text: collapseWhitespace(read.whole.text),
    ...source.placeAt(span.start),
    evidence: source.evidenceOf(span, read.confidence),
  };
  const owner = onlyTask(read.subject);
  const statements: SpecStatement[] = [];
  const denials: SpecStatement[] = [];
  const diagnostics: Diagnostic[] = [];

  for (const edge of listEdges(read, index)) statements.push({ ...common, ...edge });
  for (const reference of joinExternals(read.references)) {
    const { kind } = reference.referent;
    const why = describeIdle(reference, read, index);
    if (why !== undefined) {
      diagnostics.push(describeUnknown(reference, why, read, source));
      statements.push({ ...placePart(reference, read, source), kind: "unresolved", owner });
    } else if (kind === "external") {
      statements.push({ ...placePart(reference, read, source), kind, owner });
    } else if (kind === "none") {
      const none = { ...common, kind, owner };
      statements.push(none);
      if (read.relation === "after") denials.push(none);
    }
  }
  diagnostics.push(...describeAlternatives(read, source));
  if (read.references.length === 0) statements.push({ ...common, kind: "none", owner });
  return { statements, denials, diagnostics };
}

/** Parts that follow each other and name nothing are one: `the account of the courier, and Stripe`. */
function joinExternals(references: readonly Reference[]): readonly Reference[] {
  const joined: Reference[] = [];
  for (const reference of references) {
    const last = joined.at(-1);
    const { kind } = reference.referent;
    if (last !== undefined && kind === "external" && last.referent.kind === kind) {
      joined[joined.length - 1] = { ...last, end: Math.max(last.end, reference.end) };
    } else if (kind !== "none" || last?.referent.kind !== kind) joined.push(reference);
  }
  return joined;
}

/** The part of the statement that names nothing; all of it where nobody is known to wait for it. */
function placePart(reference: Reference, read: ReadStatement, source: Source) {
  const isKnown = read.subject.refs.length + read.subject.groupIds.length > 0;
  const part = sliceInline(read.value, reference.at, reference.end);
  const shown = isKnown && part.text !== "" ? part : read.whole;
  const span = toSourceSpan(shown);
  return {
    text: collapseWhitespace(shown.text),
    ...source.placeAt(span.start),
    evidence: source.evidenceOf(span, read.confidence),
  };
}

/** Says why a reference makes no edge: no such ID, nobody waits for it, or only what it names itself. */
function describeIdle(
  reference: Reference,
  read: ReadStatement,
  index: ReferenceIndex,
): string | undefined {
  const { referent } = reference;
  if (referent.kind === "unresolved") return referent.why;
  if (referent.kind !== "tasks" && referent.kind !== "groups") return undefined;
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
  const offset = offsetAt(read.value, reference.at) ?? toSourceSpan(read.whole).start;
  const quoted = collapseWhitespace(reference.text);
  const [code, mend] =
    why === loop ? ["KS111", "take it out"] : ["KS103", "name a task or phase of this spec"];
  const message = `Cannot read "${quoted}" as a dependency: ${why}; ${mend}`;
  return { code, severity: "warning", message, at: source.placeAt(offset) };
}

/** Says so where any of several is enough, for then nothing is sure to be needed. */
function describeAlternatives(read: ReadStatement, source: Source): readonly Diagnostic[] {
  const [first, ...more] = read.references.filter(
    ({ isAlternative, referent }) =>
      isAlternative === true && (referent.kind === "tasks" || referent.kind === "groups"),
  );
  const last = more.at(-1);
  if (first === undefined || last === undefined) return [];
  const quoted = collapseWhitespace(read.value.text.slice(first.at, last.end));
  const offset = offsetAt(read.value, first.at) ?? toSourceSpan(read.whole).start;
  const message = `"${quoted}" leaves open which of them has to be done first, so none of them holds anything up; name those that are needed, parted by commas`;
  return [{ code: "KS114", severity: "warning", message, at: source.placeAt(offset) }];
}

function onlyTask({ refs, groupIds }: Party): string | undefined {
  return refs.length === 1 && groupIds.length === 0 ? refs[0] : undefined;
}
