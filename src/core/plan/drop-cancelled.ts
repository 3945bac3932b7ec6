import type { Diagnostic } from "../model/diagnostic.ts";
import type { SpecDocument, SpecStatement } from "../model/spec.ts";
import { listNames } from "../text/list-names.ts";

/**
 * Leaves out of a spec what nobody is to do: tasks that say they are cancelled, and those of which all
 * words are struck out. What waits for them is free of them, and their place in groups is gone. One
 * note (KS223) names them, at the first.
 */
export function dropCancelled(spec: SpecDocument): SpecDocument {
  const dropped = spec.tasks.filter(({ state }) => state === "cancelled");
  const [first] = dropped;
  if (first === undefined) return spec;
  const gone = new Set(dropped.map(({ ref }) => ref));
  const keep = (refs: readonly string[]) => refs.filter((ref) => !gone.has(ref));
  const groups = spec.groups.map((group) => ({ ...group, taskRefs: keep(group.taskRefs) }));
  const emptied = new Set(
    groups
      .filter(({ taskRefs }, at) => taskRefs.length < (spec.groups[at]?.taskRefs.length ?? 0))
      .flatMap(({ id, taskRefs }) => (taskRefs.length === 0 ? [id] : [])),
  );
  return {
    ...spec,
    groups,
    tasks: spec.tasks.filter(({ ref }) => !gone.has(ref)),
    statements: spec.statements.flatMap((statement) => keepLiving(statement, gone, emptied)),
    temporal: spec.temporal.filter(({ left, right }) =>
      [left, right].every((side) => side.length === 0 || keep(side).length > 0),
    ),
    diagnostics: [...spec.diagnostics, tellDropped(dropped, first)],
  };
}

function keepLiving(
  statement: SpecStatement,
  gone: ReadonlySet<string>,
  emptied: ReadonlySet<string>,
): readonly SpecStatement[] {
  if (statement.kind === "edge") {
    const owners = statement.owners.filter((ref) => !gone.has(ref));
    const on = statement.on.filter((ref) => !gone.has(ref));
    const isWhole = statement.owners.length > 0 && statement.on.length > 0;
    return isWhole && (owners.length === 0 || on.length === 0)
      ? []
      : [{ ...statement, owners, on }];
  }
  if (statement.kind === "group-edge") {
    const isGone = (ids: readonly string[]) => ids.some((id) => emptied.has(id));
    const ownerGroups = statement.ownerGroups.filter((id) => !emptied.has(id));
    const onGroups = statement.onGroups.filter((id) => !emptied.has(id));
    const isLeft = ownerGroups.length > 0 && onGroups.length > 0;
    return !isLeft && (isGone(statement.ownerGroups) || isGone(statement.onGroups))
      ? []
      : [{ ...statement, ownerGroups, onGroups }];
  }
  return statement.owner !== undefined && gone.has(statement.owner) ? [] : [statement];
}

function tellDropped(
  dropped: SpecDocument["tasks"],
  { path, line, column }: SpecDocument["tasks"][number],
): Diagnostic {
  const named = listNames(dropped.map(({ ownId, title }) => ownId ?? `"${title}"`));
  const message = `Cancelled or struck out, so not planned, and nothing waits for it: ${named}; restore a task that is still to be done`;
  return { code: "KS223", severity: "info", message, at: { path, line, column } };
}
