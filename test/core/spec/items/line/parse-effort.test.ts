import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { parseEffort } from "../../../../../src/core/spec/items/line/parse-effort.ts";

describe("parseEffort", () => {
  it("reads three points as the likeliest between the others", () => {
    expect(parseEffort("O: 2h, M: 4h, P: 8h")).toMatchObject({
      ...{ hours: 4, minHours: 2, maxHours: 8, text: "O: 2h, M: 4h, P: 8h" },
    });
    expect(parseEffort("optimistic: 1d / likely: 2d / pessimistic: 5d")?.maxHours).toBe(40);
    expect(parseEffort("O: 8h, M: 4h, P: 2h")).toMatchObject({
      minHours: 8,
      hours: 4,
      maxHours: 2,
    });
  });

  it.each([
    "2h/4h/8h",
    "2/4/8h",
    "~2 / 4 / 8 hours",
    "optimistic 2h, likely 4h, pessimistic 8h",
    "Pessimistic: 1 day; Optimistic: 2h; Most likely: 4h",
    "best case 2h | most likely 4h | worst case 8h",
    "P=8h, O=2h, M=4h",
  ])("reads three points of %j", (text) => {
    expect(parseEffort(text)).toMatchObject({ minHours: 2, hours: 4, maxHours: 8 });
  });

  it.each(["2026/11/20", "1/2/3", "optimistic 2h, likely 4h", "dev 2h, test 4h, review 8h"])(
    "reads no three points of %j",
    (text) => {
      expect(parseEffort(text)?.maxHours ?? 0).toBeLessThan(8);
    },
  );

  it.each([
    ["8h", 8, 8, "8h"],
    ["3-4 hours", 3, 4, "3-4 hours"],
    ["~2d", 16, 16, "~2d"],
    ["1.5 days", 12, 12, "1.5 days"],
    ["1h 30m", 1.5, 1.5, "1h 30m"],
    ["30m–1h", 0.5, 1, "30m–1h"],
    ["45 min", 0.75, 0.75, "45 min"],
    ["2 weeks (risky)", 80, 80, "2 weeks"],
    ["1 to 2 days (8-16h)", 8, 16, "1 to 2 days"],
    ["about 3 hrs", 3, 3, "about 3 hrs"],
    ["4小时", 4, 4, "4小时"],
    ["2天", 16, 16, "2天"],
    ["3일", 24, 24, "3일"],
    ["1 point", 1.5, 1.5, "1 point"],
    ["3 story points", 5, 5, "3 story points"],
    ["5 pts", 10, 10, "5 pts"],
    ["8 SP", 12, 12, "8 SP"],
    ["1,5 Tage", 12, 12, "1,5 Tage"],
    ["3 Stunden", 3, 3, "3 Stunden"],
    ["2 jours", 16, 16, "2 jours"],
    ["2 points", 3.25, 3.25, "2 points"],
    ["0h", 0, 0, "0h"],
    ["-5h", -5, -5, "-5h"],
    ["−1.5 days", -12, -12, "−1.5 days"],
    ["8h -2h", 2, 8, "8h -2h"],
    ["core-3h", 3, 3, "3h"],
    ["1000000h", 1e6, 1e6, "1000000h"],
    ["1,500 hours", 1500, 1500, "1,500 hours"],
    ["12,345,678h", 12_345_678, 12_345_678, "12,345,678h"],
    ["0,125 Tage", 1, 1, "0,125 Tage"],
  ])("reads %j", (text, minHours, maxHours, written) => {
    expect(parseEffort(text)).toMatchObject({
      minHours,
      maxHours,
      hours: (minHours + maxHours) / 2,
      text: written,
    });
  });

  it.each([
    "",
    "8",
    "M",
    "3 months",
    "100ms",
    "2-second caching",
    "5 mails",
    "1,000 dollars",
    "v2.0",
  ])("reads nothing in %j", (text) => {
    expect(parseEffort(text)).toBeUndefined();
  });

  it("keeps points beside their hours", () => {
    expect(parseEffort("13 points")).toMatchObject({ points: 13 });
    expect(parseEffort("13 points")?.hours).toBeGreaterThan(12);
  });

  it("gives ranges in order and takes time that grows with the text, whatever it is", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(..."0123456789.,-~–hdwm to分天 point") }),
        (text) => {
          const effort = parseEffort(text);
          if (effort === undefined) return;
          expect(effort.minHours).toBeLessThanOrEqual(effort.hours);
          expect(effort.hours).toBeLessThanOrEqual(effort.maxHours);
          expect(text).toContain(effort.text);
        },
      ),
    );
  });
});
