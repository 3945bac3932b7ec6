import type { SpecGroup } from "../../model/spec.ts";
import type { GroupEnds } from "./find-group-ends.ts";

/** Phases all of whose last tasks every first task of this one waits for: to say so adds nothing. */
export function listPrerequisites(
  { id, kind }: SpecGroup,
  ends: ReadonlyMap<string, GroupEnds>,
): readonly string[] {
  const own = ends.get(id);
  if (kind !== "phase" || own === undefined || own.firsts.length === 0) return [];
  return [...ends].flatMap(([other, { lasts }]) => {
    const number = /^phase:(\d+)$/.exec(other)?.[1];
    if (number === undefined || other === id) return [];
    const isAll = own.firsts.every((before) => lasts.every((last) => before.has(last)));
    return isAll ? [`Phase ${number}`] : [];
  });
}
