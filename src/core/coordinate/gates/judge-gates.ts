import type { PullSituation } from "../situation/situation.ts";
import { findObstacle } from "./find-obstacle.ts";
import type { GateContext } from "./gate-context.ts";
import type { GateVerdict } from "./gate-verdict.ts";
import { judgeTurn } from "./judge-turn.ts";
import { toVerdict } from "./to-verdict.ts";

/**
 * Judges the gate of each open pull request, by number.
 *
 * Success only if every task it names waits for nothing (but for what it closes itself) and every
 * resource that these need or that it touches is held by one of them. A hold lets one pull request
 * pass: the first that it has let pass, until it is taken back. A pull request that names no task
 * and touches nothing passes at once. What is not known is queued.
 */
export function judgeGates(
  pulls: readonly PullSituation[],
  context: GateContext,
): readonly GateVerdict[] {
  const takers = new Map(
    context.holds.flatMap(({ id, passes: [first] }) => (first ? [[id, first.pullNumber]] : [])),
  );
  const turnContext = { ...context, pulls, takers };
  for (const situation of pulls) {
    if (findObstacle(situation, context.freezes)) continue;
    const turn = judgeTurn(situation, turnContext);
    if (turn.kind === "now") for (const { id } of turn.holds) takers.set(id, situation.pull.number);
  }
  // judged once more now that it is known who goes first, so that the next pass says the same
  return pulls.map((situation): GateVerdict => {
    const obstacle = findObstacle(situation, context.freezes);
    if (!obstacle) return toVerdict(judgeTurn(situation, turnContext), situation, turnContext);
    return { pull: situation.pull, verdict: "queued", ...obstacle, holds: [], awaits: undefined };
  });
}
