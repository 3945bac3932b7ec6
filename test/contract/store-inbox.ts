import { describe, expect, it } from "@jest/globals";
import { aCommit } from "../support/a-commit.ts";
import { aLaneEvent } from "../support/a-lane-event.ts";
import type { StoreBench } from "./use-store-bench.ts";

/** Events come in once and are worked off in order. */
export function describeStoreInbox(bench: StoreBench): void {
  describe("inbox", () => {
    it("takes a delivery once, even after it was worked off", async () => {
      const event = aLaneEvent();

      expect(await bench.store.accept(event)).toBe(true);
      expect(await bench.other.accept(event)).toBe(false);
      await bench.pass();
      expect(await bench.store.accept(event)).toBe(false);

      expect(await bench.store.claim("worker", 1000)).toBeUndefined();
    });

    it("takes one of two equal deliveries that come at once", async () => {
      const event = aLaneEvent();

      const taken = await Promise.all([bench.store.accept(event), bench.other.accept(event)]);

      expect(taken.toSorted()).toEqual([false, true]);
    });

    it("reads events back whole and in the order in which they came", async () => {
      const events = ["issues.opened", "issues.closed", "push"].map((name) => aLaneEvent({ name }));
      for (const event of events) await bench.store.accept(event);

      const state = await bench.peek();

      expect(state.events).toEqual(events);
      expect(state.lastSeq).toBeGreaterThan(0);
    });

    it("keeps what came after the pass has read", async () => {
      await bench.store.accept(aLaneEvent());
      const claim = await bench.claim();
      const { lastSeq } = await bench.store.readState(claim, []);
      const late = aLaneEvent();
      await bench.other.accept(late);

      await bench.store.commit(claim, aCommit({ lastSeq }));
      await bench.store.release(claim);

      expect((await bench.peek()).events).toEqual([late]);
    });

    it("has no number for an empty inbox", async () => {
      await bench.store.accept(aLaneEvent());
      const claim = await bench.claim();
      const { lastSeq } = await bench.store.readState(claim, []);
      await bench.store.commit(claim, aCommit({ lastSeq }));

      const state = await bench.store.readState(claim, []);

      expect(state).toMatchObject({ events: [], lastSeq: 0 });
    });

    it("loses none of the events that come at once", async () => {
      const events = Array.from({ length: 20 }, () => aLaneEvent());

      await Promise.all(
        events.map((event, index) => (index % 2 ? bench.store : bench.other).accept(event)),
      );

      const { events: read } = await bench.peek();
      expect(read.map(({ delivery }) => delivery).toSorted()).toEqual(
        events.map(({ delivery }) => delivery).toSorted(),
      );
    });

    it("lists every lane with the installation heard of last", async () => {
      await bench.store.accept(aLaneEvent({ lane: "octo/shop", installationId: 7 }));
      await bench.store.accept(aLaneEvent({ lane: "octo/docs", installationId: 8 }));
      await bench.store.accept(aLaneEvent({ lane: "octo/shop", installationId: 9 }));

      expect(await bench.store.listLanes()).toEqual([
        { lane: "octo/docs", installationId: 8 },
        { lane: "octo/shop", installationId: 9 },
      ]);
    });

    it("leaves the installation alone when an old delivery comes again", async () => {
      const old = aLaneEvent({ installationId: 7 });
      await bench.store.accept(old);
      await bench.store.accept(aLaneEvent({ installationId: 9 }));

      await bench.store.accept(old);

      expect(await bench.store.listLanes()).toEqual([{ lane: "octo/shop", installationId: 9 }]);
    });
  });
}
