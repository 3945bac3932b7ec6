import type { TaskId } from "../model/ids.ts";
import type { Dag, Dependency } from "../model/plan.ts";
import { buildDag } from "./build-dag.ts";

/** So many links are broken at the most; what then still goes round is for people. */
const mostBreaks = 2;
/** A link that is said this surely is never broken. */
const sureConfidence = 0.7;

/** A graph, and the dependencies as they stand after some were made soft to break circles. */
export interface BrokenCycles {
  readonly dag: Dag;
  readonly precedence: readonly Dependency[];
  /** The links that were broken, as they were, with the circle that each was of. */
  readonly broken: readonly { readonly link: Dependency; readonly cycle: readonly TaskId[] }[];
}

/**
 * Makes the precedence graph. Where tasks wait for each other, the weakest link of the circle becomes soft
 * if it is only inferred or not sure; at most twice. The arguments are those of {@link buildDag}.
 */
export function breakCycles(
  tasks: readonly TaskId[],
  precedence: readonly Dependency[],
  minConfidence: number,
): BrokenCycles {
  let current = precedence;
  const broken: { link: Dependency; cycle: readonly TaskId[] }[] = [];
  for (;;) {
    const dag = buildDag(tasks, current, minConfidence);
    const weak = broken.length < mostBreaks ? findWeakest(dag) : undefined;
    if (weak === undefined) return { dag, precedence: current, broken };
    broken.push(weak);
    current = current.map((one) => (one === weak.link ? { ...one, isHard: false } : one));
  }
}

function findWeakest({ cycles, edges }: Dag) {
  for (const cycle of cycles) {
    const next = new Map(cycle.map((id, index) => [id, cycle[(index + 1) % cycle.length]]));
    const [link] = edges
      .filter(({ from, to }) => next.get(from) === to)
      .filter(({ origin, confidence }) => origin === "inferred" || confidence < sureConfidence)
      .toSorted((a, b) => a.confidence - b.confidence);
    if (link !== undefined) return { link, cycle };
  }
  return undefined;
}
