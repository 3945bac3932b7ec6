import { it } from "@jest/globals";
import { openPgliteWorld } from "../support/open-pglite-world.ts";
import { expectHistoriesHold } from "./expect-histories-hold.ts";

const runs = Number(process.env.KEYSTEPS_HISTORIES_SQL ?? 25);

it(`keeps its promises through ${runs} histories on PGlite`, async () => {
  await expectHistoriesHold({ openWorld: openPgliteWorld, runs, steps: 30 });
}, 1_800_000);
