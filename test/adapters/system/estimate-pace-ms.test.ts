import { describe, expect, it } from "@jest/globals";
import { estimatePaceMs } from "../../../src/adapters/system/estimate-pace-ms.ts";

describe("estimatePaceMs", () => {
  it("is nothing for no write and for one", () => {
    expect(estimatePaceMs([])).toBe(0);
    expect(estimatePaceMs(["content"])).toBe(0);
  });

  it("is a second for each further write while the hour has room", () => {
    expect(estimatePaceMs(times(60, "content"))).toBe(59_000);
    expect(estimatePaceMs(times(500, "content"))).toBe(499_000);
    expect(estimatePaceMs(times(2_000, "edit"))).toBe(1_999_000);
  });

  it("waits for the hour from the 501st content on", () => {
    expect(estimatePaceMs(times(501, "content"))).toBe(3_600_000);
    expect(estimatePaceMs(times(1_001, "content"))).toBe(7_200_000);
  });
});

function times(count: number, kind: "content" | "edit") {
  return Array.from({ length: count }, () => kind);
}
