import type { Candidate, Role } from "./candidate.ts";

/** The nearest task at or around a candidate; of a step without one the outermost step. */
export function findTaskAround(
  candidate: Candidate | undefined,
  roles: ReadonlyMap<Candidate, Role>,
): Candidate | undefined {
  let step: Candidate | undefined;
  for (let above = candidate; above !== undefined; above = above.parent) {
    const role = roles.get(above);
    if (role === "task") return above;
    if (role === "step") step = above;
  }
  return step;
}
