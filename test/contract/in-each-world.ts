import { afterEach, beforeEach, describe } from "@jest/globals";
import type { ContractWorld } from "./contract-world.ts";
import { startFakeWorld } from "./start-fake-world.ts";
import { startSandboxWorld } from "./start-sandbox-world.ts";

const worlds = [
  ["on the fake", startFakeWorld],
  ["on the real adapters and the sandbox", startSandboxWorld],
] as const;

/**
 * Tells the same tests of every world, each in a fresh one.
 *
 * @param tell Given a function that gives the world of the running test.
 */
export function inEachWorld(port: string, tell: (world: () => ContractWorld) => void): void {
  describe.each(worlds)(`${port} %s`, (_, start) => {
    let world: ContractWorld | undefined;
    beforeEach(async () => {
      world = await start();
    });
    afterEach(() => world?.close());
    tell(() => {
      if (world === undefined) throw new Error("the world is there only while a test runs");
      return world;
    });
  });
}
