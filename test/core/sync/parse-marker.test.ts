import { describe, expect, it } from "@jest/globals";
import type { PlanId, TaskId } from "../../../src/core/model/ids.ts";
import { parseMarker } from "../../../src/core/sync/parse-marker.ts";
import { type Marked, renderMarker } from "../../../src/core/sync/render-marker.ts";

const planId = "PLAN-1a2b3c4d" as PlanId;
const task: Marked = { kind: "task", planId, taskId: "P2.T012b" as TaskId };

describe("parseMarker", () => {
  it.each<Marked>([task, { kind: "tracking", planId }])(
    "reads back what was rendered: $kind",
    (marked) => {
      expect(parseMarker(`people's words\n${renderMarker(marked)}\nours`)).toEqual(marked);
    },
  );

  it.each([
    "<!-- keysteps:begin task PLAN-1A2B3C4D P2.T012 -->",
    "<!-- keysteps:begin task PLAN-1a2b3c4d P2.T12 -->",
    "quoted: <!-- keysteps:begin task PLAN-1a2b3c4d P2.T012 -->",
    "",
  ])("finds no marker in %j", (body) => {
    expect(parseMarker(body)).toBeUndefined();
  });
});

describe("renderMarker", () => {
  it("holds no issue number that GitHub would link", () => {
    expect(renderMarker(task)).not.toMatch(/#\d/);
  });
});
