import type { Diagnostic } from "../../model/diagnostic.ts";
import type { SpecStatement } from "../../model/spec.ts";

/** What one kind of source says that a task waits for, and where it says so first. */
interface Said {
  readonly on: Set<string>;
  readonly first: SpecStatement;
}

/**
 * Reports each task for which a table lists other predecessors than the tasks themselves do (KS113). Both
 * count; one of them is likely to be out of date.
 *
 * @param nameOf How a task is called in messages.
 */
export function compareTables(
  statements: readonly SpecStatement[],
  nameOf: (ref: string) => string,
): readonly Diagnostic[] {
  const byTasks = collect(statements, "task");
  const byTables = collect(statements, "table");
  return [...byTables].flatMap(([ref, table]): readonly Diagnostic[] => {
    const own = byTasks.get(ref);
    if (own === undefined) return [];
    const more = listNames(
      [...table.on].filter((on) => !own.on.has(on)),
      nameOf,
    );
    const less = listNames(
      [...own.on].filter((on) => !table.on.has(on)),
      nameOf,
    );
    if (more === "" && less === "") return [];
    const words = [more && `only here for ${more}`, less && `only there for ${less}`].filter(
      Boolean,
    );
    const { path, line, column } = table.first;
    const message = `${nameOf(ref)} waits by this row and by ${own.first.path}:${own.first.line} for different tasks: ${words.join(", ")}; all of them count, make the two agree`;
    return [{ code: "KS113", severity: "info", message, at: { path, line, column } }];
  });
}

function collect(
  statements: readonly SpecStatement[],
  basis: "task" | "table",
): ReadonlyMap<string, Said> {
  const found = new Map<string, Said>();
  for (const first of statements) {
    if (first.kind !== "edge" || first.basis !== basis) continue;
    for (const owner of first.owners) {
      const said = found.get(owner) ?? { on: new Set<string>(), first };
      for (const on of first.on) said.on.add(on);
      found.set(owner, said);
    }
  }
  return found;
}

function listNames(refs: readonly string[], nameOf: (ref: string) => string): string {
  const shown = refs.slice(0, 5).map(nameOf).join(", ");
  return refs.length > 5 ? `${shown} and ${refs.length - 5} more` : shown;
}
