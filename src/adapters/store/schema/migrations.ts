import type { Migration } from "kysely";
import { durableCore } from "./migrations/0001-durable-core.ts";
import { firmWaits } from "./migrations/0002-firm-waits.ts";
import { retiredLanes } from "./migrations/0003-retired-lanes.ts";
import { adoptedLanes } from "./migrations/0004-adopted-lanes.ts";

/**
 * Every change of the tables, by name, in the order in which they are made. One that was released
 * is never edited; a change only adds, so that replicas of the version before go on working
 * beside it while they are replaced.
 */
export const migrations: Readonly<Record<string, Migration>> = {
  "0001-durable-core": durableCore,
  "0002-firm-waits": firmWaits,
  "0003-retired-lanes": retiredLanes,
  "0004-adopted-lanes": adoptedLanes,
};
