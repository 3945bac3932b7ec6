import { describe, expect, it } from "@jest/globals";
import { githubPace } from "../../src/adapters/system/github-pace.ts";
import { aLayeredSpec } from "../support/a-layered-spec.ts";
import { startHttpShop } from "../support/apply-over-http.ts";

/** A clock that client and server share, and that only moves when the client sleeps. */
function sharedClock() {
  let now = Date.UTC(2026, 0, 1);
  const sleep = async (ms: number) => {
    now += ms;
  };
  return { now: () => now, sleep };
}

describe("an apply of 200 tasks against GitHub's secondary limits", () => {
  it("finishes without one request refused because of its pace", async () => {
    const clock = sharedClock();
    const start = clock.now();
    const { sandbox, push, apply } = await startHttpShop({
      now: clock.now,
      hasSecondaryLimits: true,
    });
    push(aLayeredSpec(200));

    await apply(githubPace(clock));
    await sandbox.close();

    expect(sandbox.issues("acme/shop")).toHaveLength(203); // the tracking issue and two groups
    expect(sandbox.requests.filter(({ status }) => status === 403)).toEqual([]);
    expect(clock.now() - start).toBeLessThan(2 * 3_600_000);
    expect(sandbox.faultsOfOurs).toEqual([]);
  }, 60_000);

  it("finishes too where others have used up the hour: it waits as long as GitHub says", async () => {
    const clock = sharedClock();
    const { sandbox, push, apply } = await startHttpShop({
      now: clock.now,
      hasSecondaryLimits: true,
    });
    push(aLayeredSpec(20));
    await apply(githubPace(clock)); // another run with the same token, whose pace is forgotten
    const other = push(aLayeredSpec(60));
    const patient = githubPace(clock);
    const hasty = { ...patient, beforeWrite: async () => undefined };

    const { ref } = await apply(hasty);
    await sandbox.close();

    const refused = sandbox.requests.filter(({ status }) => status === 403);
    expect(ref).toBe(other);
    expect(sandbox.issues("acme/shop")).toHaveLength(61);
    expect(refused.length).toBeGreaterThan(0);
  }, 60_000);
});
