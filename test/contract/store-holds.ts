import { describe, expect, it } from "@jest/globals";
import { ConflictError } from "../../src/core/errors.ts";
import type { ResourceId } from "../../src/core/model/ids.ts";
import { aCommit } from "../support/a-commit.ts";
import { aGrant } from "../support/a-grant.ts";
import { aLaneEvent } from "../support/a-lane-event.ts";
import type { StoreBench } from "./use-store-bench.ts";

const freeze = {
  scope: "repo:octo/shop",
  resource: "database_migrations" as ResourceId,
  repository: "octo/shop",
  pullNumber: 12,
  reason: "merged without the hold",
};
const orgGrant = (lane: string) =>
  aGrant({ scope: "org:octo", holder: { ...aGrant().holder, repository: lane } });

/** One holder a unit, whatever happens. */
export function describeStoreHolds(bench: StoreBench): void {
  /** Brings an event to the lane, so that it is claimed next, and grants. */
  async function grant(...grants: ReturnType<typeof aGrant>[]): Promise<void> {
    await bench.store.accept(aLaneEvent());
    await bench.pass({ grants });
  }

  async function peek(scopes: readonly string[] = []) {
    await bench.store.accept(aLaneEvent());
    return bench.peek(scopes);
  }

  describe("holds", () => {
    it("keeps a hold as it was granted", async () => {
      await grant(aGrant());

      const { holds } = await peek();

      expect(holds).toEqual([{ ...aGrant(), id: expect.any(String), state: "held", passes: [] }]);
    });

    it("shows a lane its own holds, and those in the scopes it asks for", async () => {
      await grant(aGrant(), orgGrant("octo/other"), orgGrant2("octo/else"));

      const own = (await peek()).holds.map(({ scope }) => scope);
      const wide = (await peek(["org:octo"])).holds.map(({ scope }) => scope);

      expect(own).toEqual(["repo:octo/shop"]);
      expect(wide).toEqual(["org:octo", "repo:octo/shop"]);
    });

    it("lets one of two lanes have a unit that both grant at once", async () => {
      await bench.store.accept(aLaneEvent({ lane: "octo/a" }));
      await bench.store.accept(aLaneEvent({ lane: "octo/b" }));
      const first = await bench.claim();
      const second = await bench.claim(bench.other);

      const ends = await Promise.allSettled([
        bench.store.commit(first, aCommit({ lastSeq: 99, grants: [orgGrant("octo/a")] })),
        bench.other.commit(second, aCommit({ lastSeq: 99, grants: [orgGrant("octo/b")] })),
      ]);

      const refused = ends.filter((end) => end.status === "rejected");
      expect(refused.map((end) => end.reason)).toEqual([expect.any(ConflictError)]);
      const { holds } = await bench.store.readState(first, ["org:octo"]);
      expect(holds).toHaveLength(1);
    });

    it("stores nothing of a decision that grants a held unit", async () => {
      await grant(aGrant());
      await bench.store.accept(aLaneEvent());
      const claim = await bench.claim();
      const before = await bench.store.readState(claim, []);
      const free = aGrant({ resource: "deployment_pipeline" as ResourceId });

      const commit = bench.store.commit(
        claim,
        aCommit({ lastSeq: before.lastSeq, grants: [free, aGrant()], freezes: [freeze] }),
      );

      await expect(commit).rejects.toThrow(ConflictError);
      expect(await bench.store.readState(claim, [])).toEqual(before);
    });

    it("grants what the same decision releases", async () => {
      await grant(aGrant());
      const [old] = (await peek()).holds;

      await bench.pass({
        releases: [{ holdId: old?.id ?? "", reason: "merged" }],
        grants: [aGrant({ grantedAt: 2_000_000 })],
      });

      const { holds } = await peek();
      expect(holds.map(({ grantedAt }) => grantedAt)).toEqual([2_000_000]);
    });

    it("notes passes in order, each once", async () => {
      await grant(aGrant());
      const [hold] = (await peek()).holds;
      const holdId = hold?.id ?? "";
      const passes = [1, 2, 1].map((n) => ({ pullNumber: n, headSha: `sha-${n}` }));

      for (const pass of passes) {
        await bench.store.accept(aLaneEvent());
        await bench.pass({ passes: [{ holdId, pass }] });
      }

      expect((await peek()).holds[0]?.passes).toEqual(passes.slice(0, 2));
    });

    it.each(["releases", "passes", "revoking"] as const)(
      "refuses a decision with %s of a hold that was released meanwhile",
      async (part) => {
        await grant(aGrant());
        const [hold] = (await peek()).holds;
        const holdId = hold?.id ?? "";
        const release = { releases: [{ holdId, reason: "merged" }] };
        await bench.pass(release);
        await bench.store.accept(aLaneEvent());
        const decisions = {
          ...release,
          passes: [{ holdId, pass: { pullNumber: 1, headSha: "sha" } }],
          revoking: [holdId],
        };

        const late = bench.pass({ [part]: decisions[part] });

        await expect(late).rejects.toThrow(ConflictError);
      },
    );

    it("lets nothing pass on a hold that is on its way out", async () => {
      await grant(aGrant());
      const [hold] = (await peek()).holds;
      const holdId = hold?.id ?? "";
      await bench.pass({ revoking: [holdId] });
      await bench.store.accept(aLaneEvent());

      const late = bench.pass({
        passes: [{ holdId, pass: { pullNumber: 1, headSha: "sha" } }],
      });

      await expect(late).rejects.toThrow(ConflictError);
    });

    it("wakes the lane when one of its holds ends", async () => {
      await grant(aGrant());
      const [hold] = (await peek()).holds;

      await bench.pass({ releases: [{ holdId: hold?.id ?? "", reason: "merged" }] });

      expect((await bench.peek()).events.map(({ name }) => name)).toEqual(["wake"]);
    });

    it("wakes every lane of the owner when a hold of the owner's ends, and no other", async () => {
      for (const lane of ["octo/shop", "octo/docs", "octo2/shop"]) {
        await bench.store.accept(aLaneEvent({ lane, installationId: 5 }));
        await bench.pass(lane === "octo/shop" ? { grants: [orgGrant(lane)] } : {});
      }
      const [hold] = (await peek()).holds;
      await bench.pass({ releases: [{ holdId: hold?.id ?? "", reason: "merged" }] });

      const woken = [await bench.claim(), await bench.claim()];

      expect(woken.map(({ lane }) => lane)).toEqual(["octo/docs", "octo/shop"]);
      const [, shop] = woken;
      const { events } = await bench.store.readState(shop ?? (await bench.claim()), []);
      expect(events).toMatchObject([{ lane: "octo/shop", name: "wake", installationId: 7 }]);
      expect(await bench.store.claim("worker", 1000)).toBeUndefined();
    });

    it("freezes a resource once for a pull request, until it is lifted", async () => {
      await bench.store.accept(aLaneEvent());
      await bench.pass({ freezes: [freeze] });
      bench.tick(10);
      await bench.store.accept(aLaneEvent());
      await bench.pass({ freezes: [{ ...freeze, reason: "again" }] });
      expect((await peek()).freezes).toEqual([{ ...freeze, since: 1_000_000 }]);

      await bench.pass({ thaws: [freeze] });

      const lifted = await bench.peek();
      expect(lifted.events.map(({ name }) => name)).toEqual(["wake"]);
      expect(lifted.freezes).toEqual([]);
    });

    it("does not freeze again what a person has lifted", async () => {
      await bench.store.accept(aLaneEvent());
      await bench.pass({ freezes: [freeze] });
      await bench.store.accept(aLaneEvent());
      await bench.pass({ thaws: [freeze] });

      await bench.pass({ freezes: [freeze] });

      expect((await peek()).freezes).toEqual([]);
    });

    it("knows the pull requests that are accounted for", async () => {
      await grant(aGrant(), aGrant({ unit: 1 }));
      const [ended, lasting] = (await peek()).holds.map(({ id }) => id);
      const passOf = (holdId = "", pullNumber: number) => ({
        holdId,
        pass: { pullNumber, headSha: "sha" },
      });
      await bench.pass({
        passes: [passOf(ended, 31), passOf(ended, 30), passOf(lasting, 40)],
        freezes: [freeze, { ...freeze, repository: "octo/docs", pullNumber: 50 }],
      });
      await bench.store.accept(aLaneEvent());

      await bench.pass({ releases: [{ holdId: ended ?? "", reason: "merged" }], thaws: [freeze] });

      expect((await peek()).settledPulls).toEqual([12, 30, 31]);
    });
  });
}

function orgGrant2(lane: string) {
  return { ...orgGrant(lane), scope: "org:hubot" };
}
