import { describe } from "@jest/globals";
import type { OpenStoreWorld } from "../support/store-world.ts";
import { describeStoreClaims } from "./store-claims.ts";
import { describeStoreCrashes } from "./store-crashes.ts";
import { describeStoreFences } from "./store-fences.ts";
import { describeStoreHolds } from "./store-holds.ts";
import { describeStoreInbox } from "./store-inbox.ts";
import { describeStoreRetention } from "./store-retention.ts";
import { describeStoreSends } from "./store-sends.ts";
import { useStoreBench } from "./use-store-bench.ts";

/** What every store must do, in memory and in SQL. */
export function describeStore(name: string, openWorld: OpenStoreWorld): void {
  describe(`the store ${name}`, () => {
    const bench = useStoreBench(openWorld);
    describeStoreInbox(bench);
    describeStoreClaims(bench);
    describeStoreFences(bench);
    describeStoreHolds(bench);
    describeStoreSends(bench);
    describeStoreCrashes(bench);
    describeStoreRetention(bench);
  });
}
