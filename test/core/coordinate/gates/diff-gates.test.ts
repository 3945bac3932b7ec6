import { describe, expect, it } from "@jest/globals";
import { diffGates } from "../../../../src/core/coordinate/gates/diff-gates.ts";
import type { GateVerdict } from "../../../../src/core/coordinate/gates/gate-verdict.ts";
import { mergeVerdicts } from "../../../../src/core/coordinate/gates/merge-verdicts.ts";
import type { Revoking } from "../../../../src/core/coordinate/holds/take-back-holds.ts";
import type { Hold } from "../../../../src/core/model/hold.ts";
import type { ObservedLane } from "../../../../src/core/model/observed-lane.ts";
import { aGate } from "../../../support/a-gate.ts";
import { aHold, aPass } from "../../../support/a-hold.ts";
import { aLane } from "../../../support/a-lane.ts";
import { aPull } from "../../../support/a-pull.ts";

function aVerdict(number: number, parts: Partial<GateVerdict> = {}): GateVerdict {
  const pull = aPull(number);
  const quiet = { pull, verdict: "success", title: "Its turn", summary: "It may land." } as const;
  return { ...quiet, holds: [], awaits: undefined, ...parts };
}

interface Stored {
  readonly revoking?: readonly Revoking[];
  readonly holds?: readonly Hold[];
  readonly now?: number;
}

function diff(
  verdicts: readonly GateVerdict[],
  observed: Partial<ObservedLane> = {},
  { revoking = [], holds = [], now = 10_000 }: Stored = {},
) {
  return diffGates({ wanted: mergeVerdicts(verdicts), revoking, holds, now }, aLane({}, observed));
}

/** `sha-7 success: Its turn`. */
const words = (ops: ReturnType<typeof diff>) =>
  ops.map(({ headSha, verdict, title }) => `${headSha} ${verdict}: ${title}`);

const shown = (sha: string, parts: Parameters<typeof aGate>[1] = {}) => ({
  gates: new Map([
    [sha, aGate("success", { title: "Its turn", summary: "It may land.\n", ...parts })],
  ]),
});
const queued = { verdict: "queued", title: "Waits", summary: "" } as const;
const day = 24 * 3_600_000;

describe("diffGates", () => {
  it("makes a run where there is none, that names pull request and holds", () => {
    const [op] = diff([aVerdict(7, { holds: [aHold("A", "db")] })]);

    expect(op).toEqual({
      kind: "gate",
      headSha: "sha-7",
      verdict: "success",
      title: "Its turn",
      summary: "It may land.",
      externalId: "success #7 PLAN-1a2b3c4d/A@repo:octo/shop db#0",
      revokes: [],
    });
  });

  it("makes none where GitHub shows it already", () => {
    expect(diff([aVerdict(7)], shown("sha-7"))).toEqual([]);
  });

  it("makes one where verdict, reason or text differ", () => {
    for (const parts of [{ title: "Other" }, { summary: "Other" }] as const) {
      expect(diff([aVerdict(7)], shown("sha-7", parts))).toHaveLength(1);
    }
    const other = { gates: new Map([["sha-7", aGate("other", { title: "Its turn" })]]) };
    expect(diff([aVerdict(7)], other)).toHaveLength(1);
  });

  it("makes waiting runs anew before GitHub calls them stale, and no others", () => {
    const waiting = { gates: new Map([["sha-7", aGate("queued", { title: "Waits" })]]) };
    const at = (now: number) => diff([aVerdict(7, queued)], waiting, { now: 4000 + now });

    expect(at(13 * day - 1)).toEqual([]);
    expect(at(13 * day)).toHaveLength(1);
    expect(diff([aVerdict(7)], shown("sha-7"), { now: 99 * day })).toEqual([]);
  });

  it("sends what shuts gates before what opens them", () => {
    const ops = diff([aVerdict(7), aVerdict(8, queued)]);

    expect(words(ops)).toEqual(["sha-8 queued: Waits", "sha-7 success: Its turn"]);
  });

  it("opens a shared commit only if all may land", () => {
    const shared = aPull(8, { headSha: "sha-7" });
    const waits = aVerdict(8, { ...queued, pull: shared });

    expect(words(diff([aVerdict(7), waits]))).toEqual(["sha-7 queued: Waits"]);
    expect(words(diff([aVerdict(7), aVerdict(8, { pull: shared })]))).toEqual([
      "sha-7 success: Its turn",
    ]);
  });

  it("says nothing of a gate that opens with the next look, unless it stands open", () => {
    const soon = aVerdict(7, { ...queued, awaits: "grant" });

    expect(diff([soon])).toEqual([]);
    expect(words(diff([soon], shown("sha-7")))).toEqual(["sha-7 queued: Waits"]);
  });

  it("cuts a title that is too long", () => {
    const [op] = diff([aVerdict(7, { ...queued, title: "x".repeat(500) })]);

    expect(op?.title).toHaveLength(120);
  });

  describe("that are taken back", () => {
    const one = aHold("A", "db", { state: "held" });
    const other = aHold("A", "pipe", { state: "revoking" });

    it("names all the holds of a commit on one run, and says why the pull request waits", () => {
      const revoking = [one, other].map((hold) => ({ hold, headShas: ["sha-7", "old"] }));

      const ops = diff([aVerdict(7, queued)], {}, { revoking });

      expect(words(ops)).toEqual(["sha-7 queued: Waits", "old queued: Its turn was given back"]);
      expect(ops.map(({ revokes }) => revokes)).toEqual([
        [one.id, other.id],
        [one.id, other.id],
      ]);
    });

    it("never shows success there in the same pass", () => {
      const revoking = [{ hold: one, headShas: ["sha-7"] }];

      expect(words(diff([aVerdict(7)], {}, { revoking }))).toEqual([
        "sha-7 queued: Its turn was given back",
      ]);
    });

    it("wakes nobody when they are only sent once more", () => {
      const revoking = [{ hold: { ...one, state: "revoked" as const }, headShas: ["sha-7"] }];

      expect(diff([], {}, { revoking })).toMatchObject([{ verdict: "queued", revokes: [] }]);
    });
  });

  it("shuts the gate of a commit that is no head any more", () => {
    const holds = [aHold("A", "db", { passes: [aPass(7, "old"), aPass(7)] })];
    const gates = new Map(["old", "sha-7"].map((sha) => [sha, aGate("success")]));

    const ops = diff([], { pulls: [aPull(7)], gates }, { holds });

    expect(words(ops)).toEqual(["old queued: A newer commit took its place"]);
  });
});
