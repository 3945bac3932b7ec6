import { expect, it } from "@jest/globals";
import fc from "fast-check";
import { openMemoryWorld } from "../support/open-memory-world.ts";
import { openPgliteWorld } from "../support/open-pglite-world.ts";
import { aStoreStep, runStoreSteps } from "./run-store-steps.ts";

it("memory and SQL give the same answers to any sequence of calls", async () => {
  const histories = fc.array(aStoreStep(), { minLength: 20, maxLength: 60 });
  await fc.assert(
    fc.asyncProperty(histories, async (steps) => {
      const inMemory = await runStoreSteps(openMemoryWorld, steps);
      const inSql = await runStoreSteps(openPgliteWorld, steps);

      expect(inSql).toEqual(inMemory);
    }),
    { numRuns: 20 },
  );
});
