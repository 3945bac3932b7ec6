import { describe, expect, it } from "@jest/globals";
import { listRooms } from "../support/list-rooms.ts";

/** Rooms with repeats in a row folded. */
function walk(file: string, name: string, before: readonly string[] = []): readonly string[] {
  return listRooms(`src/flows/${file}.ts`, name, before).filter(
    (room, index, all) => room !== all[index - 1],
  );
}

describe("the walk through the core", () => {
  it("of a spec through compile and sync returns to no room it had left", () => {
    const rooms = walk("plan-one-spec", "planOneSpec", [
      "findLastApply",
      "findSpecs",
      "observeLast",
    ]);

    expect(rooms).toEqual(["config", "spec", "plan", "schedule", "turns", "artifacts", "sync"]);
  });

  it("reads the last record before it begins", () => {
    expect(walk("plan-one-spec", "planOneSpec")).toEqual([
      "sync",
      "config",
      "spec",
      "plan",
      "schedule",
      "turns",
      "artifacts",
      "sync",
    ]);
  });

  it("of a pull request ends on the board", () => {
    const rooms = walk("propose-plans", "proposePlans", [
      "findLastApply",
      "findSpecs",
      "observeLast",
    ]);

    expect(rooms).toEqual([
      "config",
      "spec",
      "plan",
      "schedule",
      "turns",
      "artifacts",
      "sync",
      "board",
    ]);
  });

  it("of a push ends on the board", () => {
    const rooms = walk("apply-specs", "applySpecs", [
      "findLastApply",
      "findSpecs",
      "listChanged",
      "observeLast",
    ]);

    expect(rooms).toEqual([
      "config",
      "spec",
      "plan",
      "schedule",
      "turns",
      "artifacts",
      "sync",
      "board",
    ]);
  });

  it("of a webhook through accept, drain, decide and send returns to no room it had left", () => {
    const rooms = [...walk("accept-event", "acceptEvent"), ...walk("drain-lane", "drainLane")];

    expect(rooms).toEqual(["artifacts", "config", "coordinate"]);
  });
});
