import type { Resource } from "../model/config.ts";
import type { ResourceId, TaskId } from "../model/ids.ts";
import type { Dependency, ResourceNeed } from "../model/plan.ts";
import type { SpecDocument, TemporalRow } from "../model/spec.ts";

/** What a spec's temporal tables ask of the plan. */
export interface BoundRows {
  readonly dependencies: readonly Dependency[];
  /** One resource of the plan's own a mutual exclusion row that names no known one. */
  readonly resources: readonly Resource[];
  /** By `SpecTask.ref`. */
  readonly needs: ReadonlyMap<string, readonly ResourceNeed[]>;
  /** Mutual exclusion rows that became a lock. */
  readonly locks: ReadonlySet<TemporalRow>;
}

/**
 * Binds the rows whose both ends are tasks of the plan: a sequence becomes a
 * dependency, a mutual exclusion a lock that both ends need. A mutual exclusion
 * that names a known resource gives its tasks that one. Other rows are about
 * the product being built and bind nothing.
 */
export function bindTemporalRows(
  spec: SpecDocument,
  ids: ReadonlyMap<string, TaskId>,
  known: readonly Resource[],
): BoundRows {
  const dependencies: Dependency[] = [];
  const resources: Resource[] = [];
  const needs = new Map<string, ResourceNeed[]>();
  const locks = new Set<TemporalRow>();
  for (const row of sortRows(spec.temporal)) {
    if (row.kind === "sequence") dependencies.push(...toDependencies(row, ids));
    if (row.kind === "mutual-exclusion") bindExclusion(row);
  }
  return { dependencies, resources, needs, locks };

  function bindExclusion(row: TemporalRow): void {
    const refs = [...new Set([...row.left, ...row.right])].filter((ref) => ids.has(ref));
    const named = known.find((resource) => isNamed(resource.id, row.cells));
    const haveBothEnds = row.left.length > 0 && row.right.length > 0 && refs.length > 1;
    if (named === undefined && !haveBothEnds) return;
    const resource = named ?? addResource(row);
    const reason = `line ${row.line} rules out that "${row.cells.slice(0, 2).join('" and "')}" overlap`;
    const { confidence } = row.evidence;
    if (refs.length > 0) locks.add(row);
    for (const ref of refs) {
      const need = {
        resource: resource.id,
        units: 1,
        origin: "stated",
        confidence,
        reason,
      } as const;
      needs.set(ref, [...(needs.get(ref) ?? []), need]);
    }
  }

  function addResource(row: TemporalRow): Resource {
    const resource: Resource = {
      id: nameResource(row, [...known, ...resources]),
      type: "exclusive",
      capacity: 1,
      location: [],
      scope: "plan",
      reason: row.cells[2] || "the spec says that they must not overlap",
      tasks: {},
    };
    resources.push(resource);
    return resource;
  }
}

function toDependencies(row: TemporalRow, ids: ReadonlyMap<string, TaskId>): readonly Dependency[] {
  const [first = "", , why] = row.cells;
  return row.left.flatMap((before) =>
    row.right.flatMap((after) => {
      const [from, to] = [ids.get(before), ids.get(after)];
      if (from === undefined || to === undefined) return [];
      return {
        from,
        to,
        type: "sequential" as const,
        reason: why || first,
        evidence: [row.evidence],
        confidence: row.evidence.confidence,
        isHard: true,
        origin: "stated" as const,
        sharedResource: undefined,
      };
    }),
  );
}

/** Whether a cell has the resource's name in it, written with blanks, dashes or underscores. */
function isNamed(id: ResourceId, cells: readonly string[]): boolean {
  const name = ` ${toSlug(id).replaceAll("_", " ")} `;
  return cells.some((cell) => ` ${toSlug(cell).replaceAll("_", " ")} `.includes(name));
}

/** A name made of the row's two ends, made different from all others by the row's line. */
function nameResource(row: TemporalRow, others: readonly Resource[]): ResourceId {
  const ends = row.cells.slice(0, 2).map((cell) => toSlug(cell).slice(0, 24).replace(/_$/, ""));
  const slug = ends.filter((end) => end !== "").join("_or_") || "exclusive";
  const isTaken = others.some((other) => other.id === slug);
  return (isTaken ? `${slug}_${row.line}` : slug) as ResourceId;
}

function toSlug(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "_")
    .replace(/^_+|_+$/g, "");
}

function sortRows(rows: readonly TemporalRow[]): readonly TemporalRow[] {
  return rows.toSorted((a, b) => a.line - b.line || a.column - b.column);
}
