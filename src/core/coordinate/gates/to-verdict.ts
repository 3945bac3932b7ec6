import type { PullSituation, ScopedNeed } from "../situation/situation.ts";
import { describeNeed } from "./describe-need.ts";
import type { GateVerdict } from "./gate-verdict.ts";
import { listNamedHolds, type Turn, type TurnContext } from "./judge-turn.ts";

/** Puts a turn into words: of who holds and who goes first once this pass is over. */
export function toVerdict(turn: Turn, situation: PullSituation, context: TurnContext): GateVerdict {
  const { pull, required } = situation;
  const queued = { pull, verdict: "queued", holds: [], awaits: undefined } as const;
  switch (turn.kind) {
    case "waits":
      return { ...queued, ...describeWait(turn.need, situation, context) };
    case "next": {
      const summary = "Its task was given all it needs; the gate opens with the next look.";
      return { ...queued, title: "Its turn has come", summary, awaits: "grant" };
    }
    case "after": {
      const title = `Waits until the gate of #${turn.rival} is shut again`;
      const summary = `#${turn.rival} needs the same and its gate still stands open.`;
      return { ...queued, title, summary, awaits: "fall" };
    }
    case "now": {
      const { holds } = turn;
      return { pull, verdict: "success", ...describeTurn(required), holds, awaits: undefined };
    }
  }
}

function describeWait(need: ScopedNeed, situation: PullSituation, context: TurnContext) {
  const { tasks, holds, shownHolds, takers } = context;
  const taken = listNamedHolds(need, situation, holds).flatMap(({ id }) => takers.get(id) ?? []);
  const first = taken.find((number) => number !== situation.pull.number);
  if (first === undefined) return describeNeed(need, tasks, shownHolds);
  return {
    title: `Waits for #${first}, which goes first`,
    summary: `#${first} is for the same task and lands on its turn on \`${need.resource}\`. Close it to let this one go instead.`,
  };
}

function describeTurn(required: readonly ScopedNeed[]) {
  if (required.length === 0) {
    const summary = "It takes turns on nothing, and no task that it closes is blocked.";
    return { title: "Nothing to wait for", summary };
  }
  const names = required.map(({ resource }) => `\`${resource}\``).join(", ");
  return { title: "Its turn", summary: `It may land: its task holds ${names}.` };
}
