import { describe, expect, it } from "@jest/globals";
import { readRunOrder } from "../../../src/core/artifacts/read-run-order.ts";
import { aRichSpec } from "../../support/a-rich-spec.ts";
import { artifactsOf } from "../../support/artifacts-of.ts";

const path = "plans/shop/coordinator.json";

function read(text: string) {
  return readRunOrder(new Map([[path, text]]), path);
}

function queues(frontier: object): string {
  return JSON.stringify({ coordinator: { state_management: { frontier_management: frontier } } });
}

describe("readRunOrder", () => {
  it("reads back what a plan keeps", () => {
    const hints = { cpuCores: 0, diskIoMbps: 0, skills: [], avoids: [], isPreemptible: false };
    const files = artifactsOf(aRichSpec(), {
      machine: { cpuCores: undefined, memoryMb: 10_240, diskIoMbps: undefined },
      taskHints: { T001: { ...hints, memoryMb: 4096 }, T003: { ...hints, memoryMb: 512 } },
    });

    const { priority, limits } = read(files.get("coordinator.json") ?? "");

    expect(priority).toHaveLength(5);
    expect(limits).toEqual([
      {
        id: "memory_mb",
        capacity: 8192,
        units: [
          ["P1.T001", 4096],
          ["P2.T003", 512],
        ],
      },
    ]);
  });

  it("finds nothing where there is no such file, or one of an earlier version", () => {
    expect(readRunOrder(new Map(), path)).toEqual({ priority: [], limits: [] });
    expect(read(queues({ ready_queue: [] }))).toEqual({ priority: [], limits: [] });
  });

  it("does without an order that cannot be read", () => {
    expect(read(queues({ priority_order: 7, run_limits: {} })).priority).toEqual([]);
  });

  it.each([
    ["no JSON", "{"],
    ["something else", "[]"],
    ["limits in another shape", queues({ run_limits: { memory_mb: 7 } })],
    ["units below one", queues({ run_limits: { m: { capacity: 8, units: { T1: 0 } } } })],
    ["more than can be counted", queues({ run_limits: { m: { capacity: 4e9, units: {} } } })],
  ])("goes no further on %s", (_, text) => {
    expect(() => read(text)).toThrow(
      `Cannot read ${path} on branch keysteps; apply the spec again`,
    );
  });
});
