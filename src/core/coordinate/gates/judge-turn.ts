import type { Hold } from "../../model/hold.ts";
import { isSameHolder } from "../situation/is-same-holder.ts";
import type { PullSituation, ScopedNeed } from "../situation/situation.ts";
import { toResourceKey } from "../situation/to-resource-key.ts";
import type { GateContext } from "./gate-context.ts";

/** What a pull request without other obstacles is judged by. */
export interface TurnContext extends GateContext {
  /** All open pull requests. */
  readonly pulls: readonly PullSituation[];
  /** By hold: the pull request that passes on it. */
  readonly takers: ReadonlyMap<string, number>;
}

/** Whether it is a pull request's turn. */
export type Turn =
  /** On these holds. */
  | { readonly kind: "now"; readonly holds: readonly Hold[] }
  /** What it lacks was given in this pass, and counts once that is stored. */
  | { readonly kind: "next" }
  /** The gate of that pull request stands open on what it needs, and has to fall first. */
  | { readonly kind: "after"; readonly rival: number }
  /** It lacks that. */
  | { readonly kind: "waits"; readonly need: ScopedNeed };

/** Judges whether it is a pull request's turn on all that it needs. */
export function judgeTurn(situation: PullSituation, context: TurnContext): Turn {
  const { required } = situation;
  const short = required.filter((need) => listUsable(need, situation, context).length < need.units);
  const need = short.find((one) => !isGranted(one, situation, context));
  if (need) return { kind: "waits", need };
  if (short.length > 0) return { kind: "next" };
  const rival = findRival(situation, context);
  if (rival !== undefined) return { kind: "after", rival };
  return { kind: "now", holds: required.flatMap((one) => listUsable(one, situation, context)) };
}

/** Holds in force that tasks which a pull request names have of a resource. */
export function listNamedHolds(
  need: ScopedNeed,
  { named }: PullSituation,
  holds: readonly Hold[],
): readonly Hold[] {
  const key = toResourceKey(need);
  return holds.filter(
    (hold) =>
      hold.state === "held" &&
      toResourceKey(hold) === key &&
      named.some(({ holder }) => isSameHolder(hold.holder, holder)),
  );
}

/** Those among them that let no other pull request pass. */
function listUsable(
  need: ScopedNeed,
  situation: PullSituation,
  { holds, takers }: TurnContext,
): readonly Hold[] {
  const { number } = situation.pull;
  return listNamedHolds(need, situation, holds).filter(
    ({ id }) => (takers.get(id) ?? number) === number,
  );
}

/** Whether what is lacking was given in this pass. */
function isGranted(need: ScopedNeed, situation: PullSituation, context: TurnContext): boolean {
  const key = toResourceKey(need);
  const given = context.grants.filter(
    (grant) =>
      toResourceKey(grant) === key &&
      situation.named.some(({ holder }) => isSameHolder(grant.holder, holder)),
  );
  return listUsable(need, situation, context).length + given.length >= need.units;
}

/**
 * Another open pull request that needs the same and whose gate GitHub still shows open though
 * there are no units for both: it came to need it after it had passed.
 */
function findRival(
  { pull, required }: PullSituation,
  { pulls, gates }: TurnContext,
): number | undefined {
  const isOpen = (headSha: string) => gates.get(headSha)?.verdict === "success";
  if (isOpen(pull.headSha)) return undefined;
  const others = pulls.filter((other) => other.pull !== pull && isOpen(other.pull.headSha));
  for (const need of required) {
    const key = toResourceKey(need);
    const rivals = others.flatMap((other) =>
      other.required
        .filter((theirs) => toResourceKey(theirs) === key)
        .map(({ units }) => ({ number: other.pull.number, units })),
    );
    const units = rivals.reduce((sum, rival) => sum + rival.units, need.units);
    if (units > need.capacity && rivals[0]) return rivals[0].number;
  }
  return undefined;
}
