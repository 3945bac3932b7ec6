import { it } from "@jest/globals";
import { openMemoryWorld } from "../support/open-memory-world.ts";
import { expectHistoriesHold } from "./expect-histories-hold.ts";

const runs = Number(process.env.KEYSTEPS_HISTORIES ?? 200);

it(
  `keeps its promises through ${runs} histories in memory`,
  async () => {
    await expectHistoriesHold({ openWorld: openMemoryWorld, runs });
  },
  Math.max(1_800_000, runs * 3_000),
);
