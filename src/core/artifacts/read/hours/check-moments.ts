import type { ArtifactFault, FilePlace } from "../artifact-set.ts";
import { grounds } from "../grounds.ts";
import type { PlanFacts } from "../plan-facts.ts";

const place = ["execution_models", "rolling_frontier", "execution_simulation"];
const states = ["running", "ready", "blocked", "completed"] as const;
const name = /^time_\d+(?:\.\d+)?h$/;

/**
 * KS506 where a moment of the simulated run cannot be: a task is in two states, is under way or ready
 * though it waits for one that is not completed, or, in a plan of ours, is in none. KS503 for a
 * moment whose name is no time.
 */
export function checkMoments({
  waves,
  ids,
  edges,
  taskOf,
  done,
  started,
  isOwn,
}: PlanFacts): readonly ArtifactFault[] {
  // what was begun before what it waits for is done leaves the way past it open
  const isAhead = edges.some(([from, to]) => (done.has(to) || started.has(to)) && !done.has(from));
  const moments = waves.execution_models.rolling_frontier?.execution_simulation ?? {};
  return Object.entries(moments).flatMap(([moment, lists]) => {
    const at = { file: "waves.json", keys: [...place, moment] };
    const stateOf = new Map<string, string>();
    const twice = states.flatMap((state) =>
      (lists[state] ?? []).flatMap((id) => {
        const other = stateOf.get(id);
        stateOf.set(id, state);
        return other === undefined || other === state ? [] : [`${id} is ${other} and ${state}`];
      }),
    );
    const missing = isOwn
      ? ids.filter((id) => !stateOf.has(id)).map((id) => `${id} is in no state`)
      : [];
    const early = (isAhead ? [] : edges).flatMap(([from, to]) => {
      const [before, after] = [stateOf.get(from), stateOf.get(to)];
      const isEarly =
        before !== undefined &&
        before !== "completed" &&
        (after === "running" || after === "ready");
      return isEarly && taskOf.has(from) && !started.has(to)
        ? [`${to} is ${after} and waits for ${from}`]
        : [];
    });
    return [
      ...[...twice, ...missing, ...early].map((what) => tell("KS506", at, `${moment}: ${what}`)),
      ...(isOwn && !name.test(moment)
        ? [tell("KS503", at, `'${moment}' is no time, such as time_4h`)]
        : []),
    ];
  });
}

function tell(code: string, at: FilePlace, what: string): ArtifactFault {
  const message = `${what}; correct it, or run 'tasks plan' again`;
  return { code, severity: "error", ...at, message, rests: [grounds.links, at] };
}
