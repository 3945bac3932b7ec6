import { describe, expect, it } from "@jest/globals";
import { sweep } from "../../src/flows/sweep.ts";
import { aLaneEvent } from "../support/a-lane-event.ts";
import { MemoryStore } from "../support/memory-store.ts";

async function aStoreWithLanes(...lanes: readonly string[]): Promise<MemoryStore> {
  const store = new MemoryStore(() => 0);
  for (const lane of lanes) await store.accept(aLaneEvent({ lane, installationId: 3 }));
  return store;
}

describe("sweep", () => {
  it("gives every lane an event", async () => {
    const store = await aStoreWithLanes("octo/a", "octo/b");

    expect(await sweep(store, 5000, 1000)).toBe(2);

    const events = store.tables.inbox.map(({ event }) => event).slice(2);
    expect(events).toEqual([
      { delivery: "sweep octo/a 5", lane: "octo/a", installationId: 3, name: "sweep" },
      { delivery: "sweep octo/b 5", lane: "octo/b", installationId: 3, name: "sweep" },
    ]);
  });

  it("counts once an interval, whoever sweeps", async () => {
    const store = await aStoreWithLanes("octo/a");

    const counts = [
      await sweep(store, 5000, 1000),
      await sweep(store, 5999, 1000),
      await sweep(store, 6000, 1000),
    ];

    expect(counts).toEqual([1, 0, 1]);
  });
});
