import { describe, expect, it } from "@jest/globals";
import { GitHubError } from "../../src/core/errors.ts";
import { sweep } from "../../src/flows/sweep.ts";
import { aLaneEvent } from "../support/a-lane-event.ts";
import { MemoryStore } from "../support/memory-store.ts";

async function aStoreWithLanes(...lanes: readonly string[]): Promise<MemoryStore> {
  const store = new MemoryStore(() => 0);
  for (const lane of lanes) await store.accept(aLaneEvent({ lane, installationId: 3 }));
  return store;
}

const installed =
  (...lanes: readonly string[]) =>
  async () =>
    lanes.map((lane) => ({ lane, installationId: 3 }));

describe("sweep", () => {
  it("gives every repository that the App is installed in an event, heard of or not", async () => {
    const store = await aStoreWithLanes("octo/a");

    const swept = await sweep(store, installed("octo/a", "octo/b"), 5000, 1000);

    expect(swept).toEqual({ lanes: 2, retired: [], fault: undefined });
    const events = store.tables.inbox.map(({ event }) => event).slice(1);
    expect(events).toEqual([
      { delivery: "sweep octo/a 5", lane: "octo/a", installationId: 3, name: "sweep" },
      { delivery: "sweep octo/b 5", lane: "octo/b", installationId: 3, name: "sweep" },
    ]);
  });

  it("counts once an interval, whoever sweeps", async () => {
    const store = await aStoreWithLanes("octo/a");

    const counts = [
      await sweep(store, installed("octo/a"), 5000, 1000),
      await sweep(store, installed("octo/a"), 5999, 1000),
      await sweep(store, installed("octo/a"), 6000, 1000),
    ];

    expect(counts.map(({ lanes }) => lanes)).toEqual([1, 0, 1]);
  });

  it("lets nobody claim what the App has no access to any more, until it is heard of again", async () => {
    const store = await aStoreWithLanes("octo/a", "octo/b");

    const { retired } = await sweep(store, installed("octo/a"), 5000, 1000);

    expect(retired).toEqual(["octo/b"]);
    expect((await store.claim("worker", 1000))?.lane).toBe("octo/a");
    expect(await store.claim("worker", 1000)).toBeUndefined();
    await store.accept(aLaneEvent({ lane: "octo/b" }));
    expect((await store.claim("worker", 1000))?.lane).toBe("octo/b");
  });

  it("sweeps what it knows where GitHub cannot be asked, and retires nothing", async () => {
    const store = await aStoreWithLanes("octo/a");
    const refuse = () => Promise.reject(new GitHubError("try-later", 502, "GitHub answered 502"));

    const swept = await sweep(store, refuse, 5000, 1000);

    expect(swept).toEqual({ lanes: 1, retired: [], fault: "GitHub answered 502" });
  });
});
