import { describe, expect, it } from "@jest/globals";
import { aGrant } from "../support/a-grant.ts";
import { aLaneEvent } from "../support/a-lane-event.ts";
import type { StoreBench } from "./use-store-bench.ts";

const dayMs = 24 * 3_600_000;
const op = { kind: "add-label", issueNumber: 1, label: "state:blocked" } as const;

/** What a store forgets, and how it counts. */
export function describeStoreRetention(bench: StoreBench): void {
  describe("retention", () => {
    it("forgets done events after two weeks, its own after a day, and takes a delivery once until then", async () => {
      const event = aLaneEvent();
      await bench.store.accept(event);
      await bench.store.accept(aLaneEvent({ name: "sweep" }));
      await bench.pass();

      bench.tick(dayMs + 1);
      expect(await bench.store.prune()).toBe(1);
      bench.tick(12 * dayMs);
      expect(await bench.store.prune()).toBe(0);
      expect(await bench.store.accept(event)).toBe(false);
      bench.tick(dayMs);

      expect(await bench.store.prune()).toBe(1);
      expect(await bench.store.accept(event)).toBe(true);
    });

    it("forgets nothing that is still to be done, however old", async () => {
      await bench.store.accept(aLaneEvent());
      await bench.pass({ grants: [aGrant()], outbox: [{ opKey: "op", op }] });
      await bench.store.accept(aLaneEvent());

      bench.tick(1000 * dayMs);
      await bench.store.prune();

      expect(await bench.peek()).toMatchObject({
        events: [{}],
        holds: [{ state: "held" }],
        outbox: [{ op }],
      });
    });

    it("keeps released holds for a year, since they account for pull requests", async () => {
      await bench.store.accept(aLaneEvent());
      await bench.pass({ grants: [aGrant()] });
      await bench.store.accept(aLaneEvent());
      const [hold] = (await bench.peek()).holds;
      const holdId = hold?.id ?? "";
      await bench.store.accept(aLaneEvent());
      const pass = { pullNumber: 7, headSha: "sha" };
      await bench.pass({ passes: [{ holdId, pass }] });
      await bench.store.accept(aLaneEvent());
      await bench.pass({ releases: [{ holdId, reason: "merged" }] });

      bench.tick(364 * dayMs);
      await bench.store.prune();
      await bench.store.accept(aLaneEvent());
      expect((await bench.peek()).settledPulls).toEqual([7]);
      bench.tick(2 * dayMs);
      await bench.store.prune();
      await bench.store.accept(aLaneEvent());

      expect((await bench.peek()).settledPulls).toEqual([]);
    });
  });

  describe("measure", () => {
    it("counts what there is", async () => {
      expect(await bench.store.measure()).toEqual({
        lanes: 0,
        waitingLanes: 0,
        pendingEvents: 0,
        lagMs: 0,
        quarantinedEvents: 0,
        unsentWrites: 0,
        holds: 0,
        freezes: 0,
      });
      await bench.store.accept(aLaneEvent());
      await bench.pass({ grants: [aGrant()], outbox: [{ opKey: "op", op }] });
      await bench.store.accept(aLaneEvent());
      const claim = await bench.claim();
      await bench.store.postpone(claim, { reason: "bug", delayMs: 5000, isFirm: true }, 1);
      await bench.store.accept(aLaneEvent());
      bench.tick(2000);

      expect(await bench.store.measure()).toEqual({
        lanes: 1,
        waitingLanes: 1,
        pendingEvents: 1,
        lagMs: 2000,
        quarantinedEvents: 1,
        unsentWrites: 1,
        holds: 1,
        freezes: 0,
      });
    });

    it("does not count lanes that are retired", async () => {
      await bench.store.accept(aLaneEvent());
      await bench.store.retire(["octo/shop"]);

      expect(await bench.store.measure()).toMatchObject({ lanes: 0, waitingLanes: 0 });
    });
  });
}
