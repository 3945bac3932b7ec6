import { describe, expect, it } from "@jest/globals";
import { noPace } from "../../src/adapters/system/no-pace.ts";
import { leaseMs } from "../../src/core/model/lease.ts";
import type { Pace } from "../../src/flows/ports.ts";
import { aLayeredSpec } from "../support/a-layered-spec.ts";
import { startHttpShop } from "../support/apply-over-http.ts";
import { applyOnce } from "../support/apply-with-fault.ts";
import { lookAtShop } from "../support/look-at-shop.ts";

const text = aLayeredSpec(2);

/** A repository whose spec was pushed, on a clock that stands still until it is moved. */
async function startPushed() {
  const clock = { now: Date.UTC(2026, 0, 1) };
  const shop = await startHttpShop({ now: () => clock.now });
  shop.push(text);
  return { ...shop, clock };
}

/** Does something at the n-th time that it is asked, from 1. */
function atNth(nth: number, act: () => Promise<unknown>): () => Promise<void> {
  let count = 0;
  return async () => {
    if (++count === nth) await act();
  };
}

/** What there is at the end, and how much one more apply would write. */
async function settle({ sandbox, apply }: Awaited<ReturnType<typeof startPushed>>) {
  const { writes } = sandbox.counts();
  const { failures } = await apply();
  const lastWrites = sandbox.counts().writes - writes;
  await sandbox.close();
  return { failures, lastWrites, shop: lookAtShop(sandbox), faultsOfOurs: sandbox.faultsOfOurs };
}

const settled = { failed: [], failures: [], lastWrites: 0, faultsOfOurs: [] };

describe("two applies at once, over HTTP", () => {
  it("make each issue once, whichever request of one the other comes before and is stopped at or done by", async () => {
    const { count, shop } = await applyOnce(text);
    const words = new Set<string>();

    for (let n = 1; n <= count; n++) {
      const pushed = await startPushed();
      const other = async () => {
        const { failures } = await pushed.apply();
        for (const { error } of failures) words.add(`${error.remedy}: ${error.message}`);
      };

      const { failures } = await pushed.apply(noPace, atNth(n, other));

      expect({ n, failed: failures, ...(await settle(pushed)) }).toEqual({ n, shop, ...settled });
    }

    expect([...words]).toEqual([
      expect.stringMatching(
        /^try-later: Cannot apply specs\/shop\.md: another run has been at it since .* run it again: it goes on from there$/,
      ),
    ]);
  }, 240_000);

  it("make each issue once where the second waits for the first", async () => {
    const { count, shop } = await applyOnce(text);

    for (let n = 3; n <= count; n += 3) {
      const pushed = await startPushed();
      let [end, wait] = [() => {}, () => {}];
      const ended = new Promise<void>((resolve) => {
        end = resolve;
      });
      const waiting = new Promise<void>((resolve) => {
        wait = resolve;
      });
      const patient: Pace = {
        ...noPace,
        afterRefusal: async () => {
          wait();
          await ended;
          return true;
        },
      };
      let second: ReturnType<typeof pushed.apply> | undefined;
      const begin = () => {
        second = pushed.apply(patient);
        return Promise.race([second, waiting]);
      };

      const first = await pushed.apply(noPace, atNth(n, begin)).finally(() => end());

      const failures = [...first.failures, ...((await second)?.failures ?? [])];
      expect({ n, failed: failures, ...(await settle(pushed)) }).toEqual({ n, shop, ...settled });
    }
  }, 240_000);

  it("make each issue once where the first is held up before a write for so long that the second takes over", async () => {
    const { shop } = await applyOnce(text);
    let isReached = true;

    for (let n = 1; isReached; n++) {
      isReached = false;
      const pushed = await startPushed();
      const takeOver = async () => {
        isReached = true;
        pushed.clock.now += leaseMs;
        expect((await pushed.apply()).failures).toEqual([]);
      };

      const { failures } = await pushed.apply({ ...noPace, beforeWrite: atNth(n, takeOver) });

      expect({ n, failed: failures, ...(await settle(pushed)) }).toEqual({ n, shop, ...settled });
    }
  }, 240_000);
});
