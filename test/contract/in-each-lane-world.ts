import { afterEach, beforeEach, describe } from "@jest/globals";
import type { LaneWorld } from "./lane-world.ts";
import { startLaneForge } from "./start-lane-forge.ts";
import { startLaneSandbox } from "./start-lane-sandbox.ts";

const worlds = [
  ["on the fake", startLaneForge],
  ["on the real adapters and the sandbox", startLaneSandbox],
] as const;

/**
 * Tells the same tests of every world, each in a fresh one.
 *
 * @param tell Given a function that gives the world of the running test.
 */
export function inEachLaneWorld(port: string, tell: (world: () => LaneWorld) => void): void {
  describe.each(worlds)(`${port} %s`, (_, start) => {
    let world: LaneWorld | undefined;
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
