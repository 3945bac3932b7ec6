import { describe, expect, it } from "@jest/globals";
import { aCommit } from "../support/a-commit.ts";
import { aLaneEvent } from "../support/a-lane-event.ts";
import type { StoreBench } from "./use-store-bench.ts";

/** One process at a time works on a lane, and every lane gets its turn. */
export function describeStoreClaims(bench: StoreBench): void {
  describe("claims", () => {
    it("gives the lane that waits longest, and each lane once", async () => {
      for (const lane of ["octo/b", "octo/a", "octo/b", "octo/c"]) {
        await bench.store.accept(aLaneEvent({ lane }));
        bench.tick(1);
      }

      const lanes = [
        (await bench.claim()).lane,
        (await bench.claim(bench.other)).lane,
        (await bench.claim()).lane,
      ];

      expect(lanes).toEqual(["octo/b", "octo/a", "octo/c"]);
      expect(await bench.other.claim("worker", 1000)).toBeUndefined();
    });

    it("gives a lane to one of many that ask at once", async () => {
      await bench.store.accept(aLaneEvent());

      const claims = await Promise.all(
        [bench.store, bench.other, bench.store, bench.other].map((store) =>
          store.claim("worker", 60_000),
        ),
      );

      expect(claims.filter((claim) => claim !== undefined)).toEqual([
        { lane: "octo/shop", installationId: 7, token: 1 },
      ]);
    });

    it("gives a lane again when its lease is over, with a higher token", async () => {
      await bench.store.accept(aLaneEvent());
      const first = await bench.claim();
      bench.tick(59_999);
      expect(await bench.other.claim("other", 60_000)).toBeUndefined();

      bench.tick(1);

      expect(await bench.other.claim("other", 60_000)).toEqual({
        ...first,
        token: first.token + 1,
      });
    });

    it("keeps a lane whose lease is renewed", async () => {
      await bench.store.accept(aLaneEvent());
      const claim = await bench.claim();
      bench.tick(50_000);

      await bench.store.renew(claim, 60_000);

      bench.tick(50_000);
      expect(await bench.other.claim("other", 60_000)).toBeUndefined();
    });

    it("gives a lane that was given back at once", async () => {
      await bench.store.accept(aLaneEvent());
      await bench.store.release(await bench.claim());

      expect((await bench.claim(bench.other)).token).toBe(2);
    });

    it("tells the database's time and since when it knows the lane", async () => {
      await bench.store.accept(aLaneEvent());
      bench.tick(500);

      expect(await bench.peek()).toMatchObject({ now: 1_000_500, since: 1_000_000 });
    });

    it("wakes a lane at the time it asked for, until a pass is stored", async () => {
      await bench.store.accept(aLaneEvent());
      await bench.pass({ wakeAt: bench.now + 5000 });
      bench.tick(4999);
      expect(await bench.store.claim("worker", 60_000)).toBeUndefined();

      bench.tick(1);

      const { events } = await bench.peek();
      expect(events).toEqual([]);
      await bench.pass();
      expect(await bench.store.claim("worker", 60_000)).toBeUndefined();
    });

    it("puts a lane off after a failed pass", async () => {
      await bench.store.accept(aLaneEvent());
      const claim = await bench.claim();

      await bench.store.postpone(
        claim,
        { reason: "GitHub answered 502", delayMs: 3000, isFirm: true },
        5,
      );
      await bench.store.release(claim);

      await bench.store.accept(aLaneEvent());
      bench.tick(2999);
      expect(await bench.store.claim("worker", 60_000)).toBeUndefined();
      bench.tick(1);
      expect((await bench.peek()).events).toHaveLength(2);
    });

    it("lets a new event shorten a wait that GitHub did not ask for", async () => {
      await bench.store.accept(aLaneEvent());
      const claim = await bench.claim();
      const wait = { reason: "GitHub answered 502", delayMs: 60_000, isFirm: false };
      await bench.store.postpone(claim, wait, 5);
      await bench.store.release(claim);
      const event = aLaneEvent();
      bench.tick(1000);

      await bench.store.accept(event);
      bench.tick(4000);
      await bench.store.accept(event);
      bench.tick(999);
      expect(await bench.store.claim("worker", 60_000)).toBeUndefined();
      bench.tick(1);

      expect((await bench.peek()).events).toHaveLength(2);
    });

    it("lets nobody claim a retired lane, until an event of it is accepted", async () => {
      await bench.store.accept(aLaneEvent());
      await bench.store.retire(["octo/shop", "octo/unknown"]);
      expect(await bench.store.claim("worker", 60_000)).toBeUndefined();
      expect(await bench.store.listLanes()).toEqual([]);

      await bench.store.accept(aLaneEvent());

      expect((await bench.claim()).lane).toBe("octo/shop");
      expect(await bench.store.listLanes()).toEqual([{ lane: "octo/shop", installationId: 7 }]);
    });

    it("puts a lane off whose timer is due, too", async () => {
      await bench.store.accept(aLaneEvent());
      await bench.pass({ wakeAt: bench.now });
      const claim = await bench.claim();

      await bench.store.postpone(
        claim,
        { reason: "GitHub answered 502", delayMs: 3000, isFirm: true },
        1,
      );
      await bench.store.release(claim);

      expect(await bench.store.claim("worker", 60_000)).toBeUndefined();
      bench.tick(3000);
      expect((await bench.claim()).lane).toBe("octo/shop");
    });

    it("quarantines events that fail too often, while other lanes go on", async () => {
      await bench.store.accept(aLaneEvent({ lane: "octo/poison" }));
      await bench.store.accept(aLaneEvent({ lane: "octo/shop" }));
      const handled: string[] = [];

      for (let turn = 0; turn < 4; turn += 1) {
        const claim = await bench.store.claim("worker", 60_000);
        if (claim === undefined) break;
        handled.push(claim.lane);
        const { lastSeq } = await bench.store.readState(claim, []);
        if (claim.lane === "octo/poison")
          await bench.store.postpone(claim, { reason: "bug", delayMs: 1000, isFirm: true }, 2);
        else await bench.store.commit(claim, aCommit({ lastSeq }));
        await bench.store.release(claim);
        if (turn > 0) bench.tick(1000);
      }

      expect(handled).toEqual(["octo/poison", "octo/shop", "octo/poison"]);
    });

    it("works on what comes after a quarantine", async () => {
      await bench.store.accept(aLaneEvent());
      const claim = await bench.claim();
      await bench.store.postpone(claim, { reason: "bug", delayMs: 0, isFirm: true }, 1);
      await bench.store.release(claim);
      const next = aLaneEvent();

      await bench.store.accept(next);

      expect((await bench.peek()).events).toEqual([next]);
    });

    it("does not blame an event for a pass that never saw it", async () => {
      await bench.store.accept(aLaneEvent());
      const claim = await bench.claim();
      const late = aLaneEvent();
      await bench.store.accept(late);

      await bench.store.postpone(claim, { reason: "bug", delayMs: 0, isFirm: true }, 1);
      await bench.store.release(claim);

      expect((await bench.peek()).events).toEqual([late]);
    });
  });
}
