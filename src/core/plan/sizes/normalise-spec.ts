import type { SpecDocument, SpecStatement, SpecTask } from "../../model/spec.ts";
import type { InferredLink } from "../infer/inferred-link.ts";
import { mergeTasks } from "./merge-tasks.ts";
import type { SizeChange } from "./size-change.ts";
import { splitTask } from "./split-task.ts";

/** A spec whose tasks have a good size, and the order of the parts. */
export interface NormalisedSpec {
  readonly spec: SpecDocument;
  readonly links: readonly InferredLink[];
}

/** What splitting and merging would give the open tasks of a spec a better size. */
export function proposeSizes({ tasks }: SpecDocument): readonly SizeChange[] {
  const open = tasks.filter(({ state }) => state !== "done" && state !== "deferred");
  return [...open.flatMap((task) => splitTask(task) ?? []), ...mergeTasks(tasks)];
}

/**
 * Makes the changes: what a task waited for, its first part waits for; what waited for it waits for its
 * last. Parts go one after the other. What names a merged task means what it became.
 */
export function normaliseSpec(spec: SpecDocument, changes: readonly SizeChange[]): NormalisedSpec {
  if (changes.length === 0) return { spec, links: [] };
  const partsOf = new Map<string, readonly SpecTask[]>();
  const firstOf = new Map<string, string>();
  const lastOf = new Map<string, string>();
  for (const { tasks, parts } of changes) {
    tasks.forEach(({ ref }, index) => {
      partsOf.set(ref, index === 0 ? parts : []);
      firstOf.set(ref, parts[0]?.ref ?? ref);
      lastOf.set(ref, parts.at(-1)?.ref ?? ref);
    });
  }
  const starts = rename(firstOf);
  const ends = rename(lastOf);
  return {
    links: changes.filter(({ kind }) => kind === "split").flatMap(linkParts),
    spec: {
      ...spec,
      tasks: spec.tasks.flatMap((task) => partsOf.get(task.ref) ?? [task]),
      groups: spec.groups.map((group) => ({
        ...group,
        taskRefs: group.taskRefs.flatMap(
          (ref) => partsOf.get(ref)?.map((part) => part.ref) ?? [ref],
        ),
      })),
      statements: spec.statements.map(renameStatement),
      temporal: spec.temporal.map((row) => ({
        ...row,
        left: ends(row.left),
        right: row.kind === "sequence" ? starts(row.right) : ends(row.right),
      })),
    },
  };

  function renameStatement(statement: SpecStatement): SpecStatement {
    if (statement.kind === "edge") {
      const on = ends(statement.on);
      return {
        ...statement,
        on,
        owners: starts(statement.owners).filter((ref) => !on.includes(ref)),
      };
    }
    if (!("owner" in statement) || statement.owner === undefined) return statement;
    return { ...statement, owner: firstOf.get(statement.owner) ?? statement.owner };
  }
}

function rename(names: ReadonlyMap<string, string>) {
  return (refs: readonly string[]) => [...new Set(refs.map((ref) => names.get(ref) ?? ref))];
}

function linkParts({ parts }: SizeChange): readonly InferredLink[] {
  return parts.slice(1).flatMap((part, index) => {
    const before = parts[index];
    if (before === undefined) return [];
    return [
      {
        from: before.ref,
        to: part.ref,
        type: "sequential",
        reason: "parts of one task go one after the other",
        confidence: part.evidence.confidence,
        evidence: [part.evidence],
      },
    ];
  });
}
