import type { Hold } from "../../model/hold.ts";
import type { ObservedGate, ObservedLane } from "../../model/observed-lane.ts";
import type { OutboxOp } from "../../model/outbox.ts";
import type { Revoking } from "../holds/take-back-holds.ts";
import { clipTitle } from "./clip-title.ts";
import type { GateVerdict } from "./gate-verdict.ts";
import { refreshAfterMs } from "./next-wake-at.ts";

type GateOp = Extract<OutboxOp, { kind: "gate" }>;

/** What the runs of the gate are held against. */
export interface WantedGates {
  /** The verdicts that count, by head commit. */
  readonly wanted: ReadonlyMap<string, readonly GateVerdict[]>;
  readonly revoking: readonly Revoking[];
  /** All unreleased holds of the lane. */
  readonly holds: readonly Hold[];
  /** Database time, epoch milliseconds. */
  readonly now: number;
}

/**
 * The runs of the gate to make: first those that take success back, then those that differ from
 * the newest on their commit, waiting ones first.
 */
export function diffGates(
  { wanted, revoking, holds, now }: WantedGates,
  observed: ObservedLane,
): readonly GateOp[] {
  const { gates } = observed;
  const revoked = listRevoked(revoking, wanted);
  const fallen = new Set(revoked.map(({ headSha }) => headSha));
  const outdated = listOutdated(holds, observed).filter((sha) => !fallen.has(sha));
  const changed = [...wanted]
    .map(([sha, verdicts]) => ({ sha, gate: toGate(sha, verdicts), verdicts }))
    .filter(({ sha, gate }) => !fallen.has(sha) && !isShown(gate, gates.get(sha), now))
    .filter(({ sha, verdicts }) => !canSkip(verdicts, gates.get(sha)))
    .map(({ gate }) => gate);
  return [
    ...revoked,
    ...outdated.map((sha) => ({
      ...anOutdatedGate,
      headSha: sha,
      externalId: `queued old ${sha}`,
    })),
    ...changed.filter(({ verdict }) => verdict === "queued"),
    ...changed.filter(({ verdict }) => verdict === "success"),
  ];
}

/** One run for each commit, for all holds that are taken back there. */
function listRevoked(
  revoking: readonly Revoking[],
  wanted: WantedGates["wanted"],
): readonly GateOp[] {
  const shas = new Set(revoking.flatMap(({ headShas }) => headShas));
  return [...shas].map((sha): GateOp => {
    const holds = revoking.filter(({ headShas }) => headShas.includes(sha)).map(({ hold }) => hold);
    const waiting = wanted.get(sha)?.find(({ verdict }) => verdict === "queued");
    return {
      kind: "gate",
      headSha: sha,
      verdict: "queued",
      title: clipTitle(waiting?.title ?? "Its turn was given back"),
      summary: waiting?.summary ?? "The task that it was for does not hold the resource any more.",
      externalId: `queued revoke ${holds.map(({ id }) => id).join(" ")}`,
      revokes: holds.filter(({ state }) => state !== "revoked").map(({ id }) => id),
    };
  });
}

const anOutdatedGate = {
  kind: "gate",
  verdict: "queued",
  title: "A newer commit took its place",
  summary: "The gate of a pull request stands on its newest commit only.",
  revokes: [],
} as const;

/** Commits that passed on a hold, show success still, and are no pull request's head any more. */
function listOutdated(holds: readonly Hold[], { pulls, gates }: ObservedLane): readonly string[] {
  const heads = new Set(pulls.map(({ headSha }) => headSha));
  const passed = new Set(holds.flatMap(({ passes }) => passes.map(({ headSha }) => headSha)));
  return [...passed].filter((sha) => !heads.has(sha) && gates.get(sha)?.verdict === "success");
}

function toGate(headSha: string, verdicts: readonly GateVerdict[]): GateOp {
  const [{ verdict, title, summary } = unknownGate] = verdicts;
  const basis = verdicts.flatMap(({ pull, holds }) => [
    `#${pull.number}`,
    ...holds.map(
      ({ holder, scope, resource, unit }) =>
        `${holder.planId}/${holder.taskId}@${scope} ${resource}#${unit}`,
    ),
  ]);
  const externalId = [verdict, ...basis].join(" ");
  return {
    kind: "gate",
    headSha,
    verdict,
    title: clipTitle(title),
    summary,
    externalId,
    revokes: [],
  };
}

const unknownGate = { verdict: "queued", title: "Not judged", summary: "" } as const;
/** Whether GitHub shows it already, and will go on to. */
function isShown(wanted: GateOp, gate: ObservedGate | undefined, now: number): boolean {
  if (!gate || isStale(gate, now)) return false;
  return (
    gate.verdict === wanted.verdict &&
    gate.title === wanted.title &&
    gate.summary.trim() === wanted.summary.trim()
  );
}

/** The next look brings success: nothing is to be told until then, unless success stands already. */
function canSkip(verdicts: readonly GateVerdict[], gate: ObservedGate | undefined): boolean {
  return verdicts[0]?.awaits === "grant" && gate?.verdict !== "success";
}

/** An incomplete run that GitHub will soon call stale. */
function isStale(gate: ObservedGate, now: number): boolean {
  return gate.verdict === "queued" && now - gate.startedAt >= refreshAfterMs;
}
