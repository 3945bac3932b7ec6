import { describe, expect, it } from "@jest/globals";
import type { Clock } from "../../../src/adapters/system/clock.ts";
import { githubPace } from "../../../src/adapters/system/github-pace.ts";

describe("githubPace", () => {
  it("sleeps only as long as the limits ask for", async () => {
    const { clock, slept } = clockThatJumps();
    const pace = githubPace(clock);

    await pace.beforeWrite("content");
    await pace.beforeWrite("edit");
    await clock.sleep(400);
    await pace.beforeWrite("edit");

    expect(slept).toEqual([1_000, 400, 600]);
  });

  it("lets writes that wait at the same time go one after the other", async () => {
    const { clock, slept } = clockThatJumps();
    const pace = githubPace(clock);

    const waits = [pace.beforeWrite("edit"), pace.beforeWrite("edit"), pace.beforeWrite("edit")];
    await Promise.all(waits);

    expect(slept).toEqual([1_000, 1_000]);
  });

  it("lets 500 contents through in an hour and no more", async () => {
    const { clock, slept } = clockThatJumps();
    const pace = githubPace(clock);
    const start = clock.now();

    for (let count = 0; count < 501; count++) await pace.beforeWrite("content");

    expect(clock.now() - start).toBe(3_600_000);
    expect(slept.at(-1)).toBe(3_600_000 - 499_000);
  });

  it("waits after a refusal as long as asked, twice as long where another follows at once", async () => {
    const { clock, slept } = clockThatJumps();
    const pace = githubPace(clock);

    await pace.afterRefusal(60_000);
    await pace.afterRefusal(60_000);
    await pace.beforeWrite("edit");
    await pace.afterRefusal(5_000);

    expect(slept).toEqual([60_000, 120_000, 5_000]);
  });

  it("has no more patience than it was given, and then does not wait at all", async () => {
    const { clock, slept } = clockThatJumps();
    const pace = githubPace(clock, 100_000);

    expect(await pace.afterRefusal(60_000)).toBe(true);
    await pace.beforeWrite("edit");
    expect(await pace.afterRefusal(60_000)).toBe(false);

    expect(slept).toEqual([60_000]);
  });
});

/** A clock that only moves when somebody sleeps. */
function clockThatJumps(): { readonly clock: Clock; readonly slept: readonly number[] } {
  const slept: number[] = [];
  let now = 1_000_000_000;
  const sleep = async (ms: number) => {
    slept.push(ms);
    now += ms;
  };
  return { clock: { now: () => now, sleep }, slept };
}
