import type { Diagnostic } from "../../model/diagnostic.ts";
import type { SpecStatement, StatementBasis } from "../../model/spec.ts";

type TaskEdge = Extract<SpecStatement, { kind: "edge" }>;

/** Statements of which none runs against a better one, and what was found on the way. */
export interface SettledStatements {
  readonly statements: readonly SpecStatement[];
  readonly diagnostics: readonly Diagnostic[];
}

/** From best to least: words about order, then drawn arrows, then lists of waves. */
const rank: Readonly<Record<StatementBasis, number>> = {
  task: 0,
  rule: 0,
  table: 0,
  graph: 1,
  waves: 2,
};
/** Steps that are walked in all; a spec with more than that is not looked through to the end. */
const mostSteps = 2_000_000;

/**
 * Leaves out of drawings and lists of waves what says the opposite of better sources: if B waits for A in
 * words, a wave list that puts B before A loses that pair. Each such statement is a warning (KS112) that
 * names both places. Words against words stay as they are: that is a cycle for people to mend.
 *
 * @param nameOf How a task is called in messages.
 */
export function settleContradictions(
  statements: readonly SpecStatement[],
  nameOf: (ref: string) => string,
): SettledStatements {
  const edges = statements.filter((each) => each.kind === "edge");
  const trusted = edges.filter(({ basis }) => rank[basis] === 0);
  if (trusted.length === edges.length) return { statements, diagnostics: [] };
  const walker = new Walker();
  for (const edge of trusted) walker.add(edge);
  const diagnostics: Diagnostic[] = [];
  const settled = new Map<SpecStatement, readonly SpecStatement[]>();
  const doubtful = edges.filter(({ basis }) => rank[basis] > 0);
  for (const edge of doubtful.toSorted((a, b) => rank[a.basis] - rank[b.basis])) {
    const { kept, against } = judgeEdge(edge, walker);
    for (const one of kept) walker.add(one);
    const [first] = against;
    settled.set(edge, kept.length > 0 ? kept : [toUnresolved(edge)]);
    if (first !== undefined) diagnostics.push(describe(edge, first, against.length, nameOf));
  }
  return { statements: statements.flatMap((each) => settled.get(each) ?? [each]), diagnostics };
}

/** A pair that better sources turn round, and where one of them begins to say so. */
interface Opposed {
  readonly owner: string;
  readonly on: string;
  readonly by: TaskEdge;
}

function judgeEdge(edge: TaskEdge, walker: Walker) {
  const against: Opposed[] = [];
  const byOn = new Map<string, { owners: string[]; on: readonly string[] }>();
  for (const owner of edge.owners) {
    const on = edge.on.filter((ref) => {
      const by = walker.findWay(ref, owner);
      if (by !== undefined) against.push({ owner, on: ref, by });
      return by === undefined;
    });
    if (on.length === 0) continue;
    const alike = byOn.get(on.join("\n"));
    if (alike === undefined) byOn.set(on.join("\n"), { owners: [owner], on });
    else alike.owners.push(owner);
  }
  const kept =
    against.length === 0 ? [edge] : [...byOn.values()].map((part) => ({ ...edge, ...part }));
  return { kept, against };
}

function toUnresolved({ text, path, line, column, evidence }: TaskEdge): SpecStatement {
  return { kind: "unresolved", owner: undefined, text, path, line, column, evidence };
}

function describe(
  edge: TaskEdge,
  { owner, on, by }: Opposed,
  count: number,
  nameOf: (ref: string) => string,
): Diagnostic {
  const more = count > 1 ? ` (and ${count - 1} more such pairs)` : "";
  const message = `${nameOf(owner)} stands after ${nameOf(on)} here, but ${by.path}:${by.line} "${by.text}" says the opposite${more}; that is left out here, mend one of the two`;
  const at = { path: edge.path, line: edge.line, column: edge.column };
  return { code: "KS112", severity: "warning", message, at };
}

/** Who waits for whom so far, and by which statement. */
class Walker {
  private readonly before = new Map<string, Map<string, TaskEdge>>();
  private stepsLeft = mostSteps;
  /** What can be reached from a task, each with the statement of the first step; forgotten by `add`. */
  private readonly reached = new Map<string, ReadonlyMap<string, TaskEdge>>();

  add(edge: TaskEdge): void {
    this.reached.clear();
    for (const owner of edge.owners) {
      const known = this.before.get(owner) ?? new Map<string, TaskEdge>();
      for (const on of edge.on) if (!known.has(on)) known.set(on, edge);
      this.before.set(owner, known);
    }
  }

  /** The statement by which `from` begins to wait, over others or at once, for `to`. */
  findWay(from: string, to: string): TaskEdge | undefined {
    const known = this.reached.get(from) ?? this.walk(from);
    this.reached.set(from, known);
    return known.get(to);
  }

  private walk(from: string): ReadonlyMap<string, TaskEdge> {
    const found = new Map<string, TaskEdge>();
    const open = [...(this.before.get(from) ?? [])];
    for (const [ref, first] of open) {
      if (found.has(ref) || this.stepsLeft <= 0) continue;
      found.set(ref, first);
      this.stepsLeft -= 1;
      for (const next of this.before.get(ref)?.keys() ?? []) {
        if (!found.has(next)) open.push([next, first]);
      }
    }
    return found;
  }
}
