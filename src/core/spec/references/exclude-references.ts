import type { Reference, ReferenceIndex } from "./reference-index.ts";

/**
 * Takes tasks and groups out of what was referred to before: `Phase 1 except T002` is what else stands in
 * phase 1. References of which nothing is left are dropped.
 */
export function excludeReferences(
  references: readonly Reference[],
  excluded: readonly Reference[],
  index: ReferenceIndex,
): readonly Reference[] {
  const out = new Set(listRefs(excluded, index));
  const outGroups = new Set(listGroups(excluded));
  return references.flatMap((reference) => {
    const { referent } = reference;
    if (referent.kind === "tasks") {
      const refs = referent.refs.filter((ref) => !out.has(ref));
      return refs.length === 0 ? [] : [{ ...reference, referent: { ...referent, refs } }];
    }
    if (referent.kind !== "groups") return [reference];
    const ids = referent.ids.filter((id) => !outGroups.has(id));
    const refs = ids.flatMap((id) => index.groupById.get(id)?.taskRefs ?? []);
    if (refs.length === 0) return [];
    return refs.some((ref) => out.has(ref))
      ? [
          {
            ...reference,
            referent: {
              kind: "tasks" as const,
              refs: refs.filter((ref) => !out.has(ref)),
              isSet: true,
            },
          },
        ]
      : [{ ...reference, referent: { ...referent, ids } }];
  });
}

/** Whether all of some references, being tasks or groups, is part of what others refer to. */
export function isCovered(
  found: readonly Reference[],
  others: readonly Reference[],
  index: ReferenceIndex,
): boolean {
  const known = new Set(listRefs(others, index));
  const refs = listRefs(found, index);
  return refs.length > 0 && refs.every((ref) => known.has(ref));
}

function listRefs(references: readonly Reference[], index: ReferenceIndex): readonly string[] {
  return references.flatMap(({ referent }) => {
    if (referent.kind === "tasks") return referent.refs;
    if (referent.kind !== "groups") return [];
    return referent.ids.flatMap((id) => index.groupById.get(id)?.taskRefs ?? []);
  });
}

function listGroups(references: readonly Reference[]): readonly string[] {
  return references.flatMap(({ referent }) => (referent.kind === "groups" ? referent.ids : []));
}
