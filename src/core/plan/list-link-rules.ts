import type { Dependency } from "../model/plan.ts";
import type { SpecDocument, SpecGroup, SpecStatement } from "../model/spec.ts";
import { wishConfidence } from "../model/wish-confidence.ts";
import { findGroupEnds, type GroupEnds } from "./find-group-ends.ts";
import type { GuessedLink } from "./links/infer-links.ts";
import { shortenSets } from "./shorten-sets.ts";

/** How sure it is that a phase waits for the one above it, when nothing says so. */
const phaseOrderConfidence = 0.5;

/** "Each of `owners` waits for each of `on`", and what its dependencies say. */
export interface LinkRule {
  /** `SpecTask.ref`s. */
  readonly on: readonly string[];
  readonly owners: readonly string[];
  readonly said: Omit<Dependency, "from" | "to" | "sharedResource">;
  /** `undefined` for a guess from the order of phases. */
  readonly statement: SpecStatement | undefined;
}

type GroupStatement = Extract<SpecStatement, { kind: "group-edge" }>;

/**
 * What the spec says about who waits for whom: tasks' own statements as they
 * stand, soft where they are wishes or the mere order of waves; statements about groups from the last tasks of the earlier group to
 * the first of the later (hard, sequential); and, for phases that follow each
 * other with nothing said about them, the same as a soft guess. Guesses from
 * the order of phases and waves leave out tasks that say themselves that they
 * wait for nothing.
 *
 * @param minConfidence Statements below it stay out of the graph, so they do
 *   not say what comes first or last in a group either.
 * @param guessed Orders of two tasks that count as sure besides, for that alone.
 */
export function listLinkRules(
  spec: SpecDocument,
  minConfidence: number,
  guessed: readonly GuessedLink[],
): readonly LinkRule[] {
  const own = spec.statements.filter((statement) => statement.kind === "edge");
  const aboutGroups = spec.statements.filter((statement) => statement.kind === "group-edge");
  const sure = own.filter(({ confidence }) => confidence >= minConfidence);
  const orders = guessed
    .filter(({ isHard, confidence }) => isHard && confidence >= minConfidence)
    .map(({ from, to }) => ({ on: [from], owners: [to] }));
  const ends = findGroupEnds(spec.groups, [...sure, ...orders]);
  const free = new Set(
    spec.statements.flatMap(({ kind, ...said }) =>
      kind === "none" && "owner" in said ? (said.owner ?? []) : [],
    ),
  );
  return [
    ...shortenSets(own, sure).map((statement) => toTaskRule(statement, free)),
    ...aboutGroups.map((statement) => toGroupRule(statement, ends)),
    ...listUnlinkedPhases(spec.groups, aboutGroups).map(([earlier, later]) =>
      toPhaseRule(earlier, later, ends, free),
    ),
  ];
}

function toTaskRule(
  statement: Extract<SpecStatement, { kind: "edge" }>,
  free: ReadonlySet<string>,
): LinkRule {
  const { on, reason, text, evidence, confidence, basis } = statement;
  // Who stands in which wave is, as the order of phases, no word about who needs whom.
  const isOrder = basis === "waves";
  const owners = isOrder ? statement.owners.filter((ref) => !free.has(ref)) : statement.owners;
  const origin = isOrder ? "inferred" : "stated";
  const isHard = confidence > wishConfidence && !isOrder;
  const said = { reason: reason ?? text, evidence: [evidence], confidence };
  return {
    on,
    owners,
    said: { type: isOrder ? "sequential" : "technical", isHard, origin, ...said },
    statement,
  };
}

function toGroupRule(statement: GroupStatement, ends: ReadonlyMap<string, GroupEnds>): LinkRule {
  const { text, evidence, confidence } = statement;
  return {
    on: statement.onGroups.flatMap((id) => ends.get(id)?.last ?? []),
    owners: statement.ownerGroups.flatMap((id) => ends.get(id)?.first ?? []),
    said: {
      type: "sequential",
      reason: text,
      evidence: [evidence],
      confidence,
      isHard: confidence > wishConfidence,
      origin: "stated",
    },
    statement,
  };
}

function toPhaseRule(
  earlier: SpecGroup,
  later: SpecGroup,
  ends: ReadonlyMap<string, GroupEnds>,
  free: ReadonlySet<string>,
): LinkRule {
  return {
    on: ends.get(earlier.id)?.last ?? [],
    owners: (ends.get(later.id)?.first ?? []).filter((ref) => !free.has(ref)),
    said: {
      type: "sequential",
      reason: `"${later.title}" stands after "${earlier.title}"`,
      evidence: [{ ...later.evidence, confidence: phaseOrderConfidence }],
      confidence: phaseOrderConfidence,
      isHard: false,
      origin: "inferred",
    },
    statement: undefined,
  };
}

/** Phases that follow each other in the text and that no statement sets in relation. */
function listUnlinkedPhases(
  groups: readonly SpecGroup[],
  statements: readonly GroupStatement[],
): readonly (readonly [SpecGroup, SpecGroup])[] {
  const spoken = new Set<string>();
  for (const { ownerGroups, onGroups } of statements) {
    for (const owner of ownerGroups) {
      for (const on of onGroups) spoken.add(`${owner} ${on}`).add(`${on} ${owner}`);
    }
  }
  const phases = groups
    .filter((group) => group.kind === "phase" && group.taskRefs.length > 0)
    .toSorted((a, b) => a.line - b.line);
  return phases.flatMap((later, index) => {
    const earlier = phases[index - 1];
    return earlier === undefined || spoken.has(`${earlier.id} ${later.id}`)
      ? []
      : [[earlier, later] as const];
  });
}
