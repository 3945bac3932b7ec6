import { readFileSync } from "node:fs";
import { describe, expect, it } from "@jest/globals";
import { listRooms } from "../support/list-rooms.ts";
import { findTable } from "./find-table.ts";

const page = "docs/architecture.md";
const walks = [...readFileSync(page, "utf8").matchAll(/^> `(.*)`$/gm)].map(([, walk]) => walk);

function drawWalk(file: string, name: string): string {
  const rooms = listRooms(`src/flows/${file}.ts`, name, [
    "findLastApply",
    "findSpecs",
    "observeLast",
  ]);
  return rooms.filter((room, index) => room !== rooms[index - 1]).join(" → ");
}

describe("the page of the architecture", () => {
  it("names each wall, and no other", () => {
    const named = findTable(page, "wall").rows.map(([name]) => name);

    const walls = readFileSync("test/architecture/walls.mjs", "utf8").matchAll(
      /^ +name: "(.*)",$/gm,
    );

    expect(named).toEqual([...walls].map(([, name]) => `\`${name}\``));
  });

  it("draws the walks that the flows take", () => {
    expect(walks).toEqual([
      drawWalk("propose-plans", "proposePlans"),
      drawWalk("drain-lane", "drainLane"),
    ]);
  });
});
