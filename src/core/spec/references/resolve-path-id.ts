import type { ReferenceIndex, Referent } from "./reference-index.ts";

const shape = /^((?:[a-z0-9-]+\/)+)t\d{1,5}$/i;

/**
 * Resolves an ID that is a path, such as `w11/m2/t009`: a task of the document, or unresolved where other
 * tasks have the same folder.
 *
 * @returns `undefined` for other text, and for IDs of other plans.
 */
export function resolvePathId(text: string, index: ReferenceIndex): Referent | undefined {
  const folder = shape.exec(text)?.[1]?.toUpperCase();
  if (folder === undefined) return undefined;
  const [task, ...others] = index.byOwnId.get(text.toUpperCase()) ?? [];
  if (task !== undefined && others.length === 0) {
    return { kind: "tasks", refs: [task.ref], isSet: false };
  }
  const isOurs = index.tasks.some(({ ownId }) => ownId?.toUpperCase().startsWith(folder));
  return isOurs ? { kind: "unresolved", why: `no single task has the ID ${text}` } : undefined;
}
