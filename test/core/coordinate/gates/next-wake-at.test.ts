import { describe, expect, it } from "@jest/globals";
import type { GateVerdict } from "../../../../src/core/coordinate/gates/gate-verdict.ts";
import {
  nextWakeAt,
  recheckMs,
  refreshAfterMs,
} from "../../../../src/core/coordinate/gates/next-wake-at.ts";
import { aGate } from "../../../support/a-gate.ts";
import { aPull } from "../../../support/a-pull.ts";

const now = 100 * refreshAfterMs;

function wakeAt(
  verdicts: readonly Partial<GateVerdict>[],
  isRevoking = false,
  startedAt = now,
  landings: readonly number[] = [],
) {
  const all = verdicts.map((parts, index): [string, readonly GateVerdict[]] => {
    const quiet = { pull: aPull(index), title: "", summary: "", holds: [], awaits: undefined };
    return [`sha-${index}`, [{ ...quiet, verdict: "queued", ...parts }]];
  });
  const gates = new Map([["sha-0", aGate("queued", { startedAt })]]);
  return nextWakeAt({ wanted: new Map(all), isRevoking, landings, gates, now });
}

describe("nextWakeAt", () => {
  it("is never where nothing waits", () => {
    expect(wakeAt([])).toBeUndefined();
    expect(wakeAt([{ verdict: "success" }])).toBeUndefined();
  });

  it("is when a task has been landing for too long", () => {
    expect(wakeAt([], false, now, [now + 5, now + 3])).toBe(now + 3);
  });

  it("is at once where a gate waits only for what this pass has given", () => {
    expect(wakeAt([{}, { awaits: "grant" }], true)).toBe(now);
  });

  it("is soon while gates are taken back", () => {
    expect(wakeAt([{}], true)).toBe(now + recheckMs);
    expect(wakeAt([{ awaits: "fall" }])).toBe(now + recheckMs);
  });

  it("is before the first waiting gate grows stale", () => {
    expect(wakeAt([{}, {}], false, now - 500)).toBe(now - 500 + refreshAfterMs);
  });

  it("is never at once for a gate that is made anew just now, even if that is refused", () => {
    expect(wakeAt([{}], false, 0)).toBe(now + refreshAfterMs);
  });
});
