import { it } from "@jest/globals";
import { openPostgresWorld } from "../support/open-postgres-world.ts";
import { isPostgresUp } from "../support/postgres-url.ts";
import { expectHistoriesHold } from "./expect-histories-hold.ts";

const runs = Number(process.env.KEYSTEPS_HISTORIES_SQL ?? 25);

if (await isPostgresUp("the coordinator's histories on PostgreSQL")) {
  it(`keeps its promises through ${runs} histories on PostgreSQL`, async () => {
    await expectHistoriesHold({ openWorld: openPostgresWorld, runs, steps: 30 });
  }, 1_800_000);
} else {
  it.todo("the coordinator's histories on PostgreSQL: no server answers");
}
