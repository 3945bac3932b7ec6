import { describe, expect, it } from "@jest/globals";
import { shutGates } from "../../../src/core/coordinate/shut-gates.ts";
import type { ObservedGate } from "../../../src/core/model/observed-lane.ts";
import { aGate } from "../../support/a-gate.ts";
import { aHold, aPass } from "../../support/a-hold.ts";
import { aStoredLane } from "../../support/a-stored-lane.ts";

const reason = "Cannot read the plan; restore it";

function shut(gates: Readonly<Record<string, ObservedGate>>, parts = {}) {
  const observed = { headShas: ["sha"], gates: new Map(Object.entries(gates)) };
  return shutGates(observed, aStoredLane(parts), reason);
}

describe("shutGates", () => {
  it("shuts gates that stand open, and makes those that are not there", () => {
    const queued = { kind: "gate", headSha: "sha", verdict: "queued", title: reason };

    expect(shut({ sha: aGate("success") }).outbox).toMatchObject([{ op: queued }]);
    expect(shut({}).outbox).toMatchObject([{ op: queued }]);
  });

  it("leaves alone what says so already, until GitHub would call it stale", () => {
    const told = { ...aGate("queued"), title: reason, startedAt: 0 };

    expect(shut({ sha: told }).outbox).toEqual([]);
    expect(shut({ sha: told }, { now: 13 * 24 * 3_600_000 }).outbox).toHaveLength(1);
  });

  it("touches no hold", () => {
    const holds = [aHold("A", "db", { passes: [aPass(7)] })];

    const { grants, releases, revoking, passes } = shut({}, { holds });

    expect({ grants, releases, revoking, passes }).toEqual({
      grants: [],
      releases: [],
      revoking: [],
      passes: [],
    });
  });

  it("looks again in ten minutes", () => {
    expect(shut({}, { now: 5 }).wakeAt).toBe(600_005);
  });
});
