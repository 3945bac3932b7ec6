import { describe, expect, it } from "@jest/globals";
import { openMemoryWorld } from "../support/open-memory-world.ts";
import { brokenDecisions } from "./broken-decisions.ts";
import { expectHistoriesHold } from "./expect-histories-hold.ts";

describe("the watch over the histories", () => {
  it.each(Object.entries(brokenDecisions))(
    "finds it when %s",
    async (_, { decide, found }) => {
      const histories = expectHistoriesHold({
        openWorld: openMemoryWorld,
        runs: 1000,
        broken: decide,
      });

      await expect(histories).rejects.toMatchObject({
        cause: { message: expect.stringMatching(found) },
      });
    },
    60_000,
  );
});
