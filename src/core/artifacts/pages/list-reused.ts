import type { CodeElement } from "../../model/codebase.ts";
import type { TaskId } from "../../model/ids.ts";
import type { PlannedCode } from "../../model/plan.ts";

/** Something of the code that tasks build on. */
interface Reused {
  readonly name: string;
  /** `undefined` for a name that is declared nowhere for use elsewhere. */
  readonly element: CodeElement | undefined;
  readonly users: readonly TaskId[];
  /** Those of them that make a new kind of it. */
  readonly extenders: readonly TaskId[];
}

/** Names that tasks build on, those of most tasks first, with what the code says of them. */
export function listReused({ codebase, ofTask }: PlannedCode): readonly Reused[] {
  const byName = new Map<string, CodeElement>();
  for (const element of [...codebase.elements, ...codebase.endpoints]) {
    if (!byName.has(element.name)) byName.set(element.name, element);
  }
  const users = new Map<string, TaskId[]>();
  for (const [id, task] of ofTask) {
    for (const name of new Set([...task.extends, ...task.imports])) {
      users.set(name, [...(users.get(name) ?? []), id]);
    }
  }
  return [...users]
    .map(([name, ids]) => ({
      name,
      element: byName.get(name),
      users: ids,
      extenders: ids.filter((id) => ofTask.get(id)?.extends.includes(name)),
    }))
    .toSorted((a, b) => b.users.length - a.users.length || (a.name < b.name ? -1 : 1));
}
