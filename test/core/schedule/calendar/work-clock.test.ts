import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import type { Calendar } from "../../../../src/core/model/config.ts";
import { WorkClock } from "../../../../src/core/schedule/calendar/work-clock.ts";

const halfHourMs = 30 * 60_000;

describe("a clock that counts working time", () => {
  it("goes on the next working day where a day is full", () => {
    const clock = new WorkClock(aCalendar(), "2026-03-05"); // a Thursday

    expect(clock.finishAfter(8)).toBe("2026-03-05T17:00+00:00");
    expect(clock.startAfter(8)).toBe("2026-03-06T09:00+00:00");
    expect(clock.finishAfter(17)).toBe("2026-03-09T10:00+00:00");
    expect(clock.startAfter(0)).toBe("2026-03-05T09:00+00:00");
    expect(clock.finishAfter(0)).toBe("2026-03-05T09:00+00:00");
  });

  it("begins at the time of day given, or with the next working time", () => {
    const at = (start: string) => new WorkClock(aCalendar(), start).startAfter(0);

    expect(at("2026-03-05T13:30")).toBe("2026-03-05T13:30+00:00");
    expect(at("2026-03-06T17:00")).toBe("2026-03-09T09:00+00:00");
    expect(at("2026-03-07")).toBe("2026-03-09T09:00+00:00");
  });

  it("leaves out holidays, also those that overlap", () => {
    const holidays = [
      { from: "2026-12-24", to: "2027-01-01" },
      { from: "2026-12-25", to: "2026-12-26" },
    ];
    const clock = new WorkClock(aCalendar({ holidays }), "2026-12-23");

    expect(clock.finishAfter(9)).toBe("2027-01-04T10:00+00:00");
  });

  it("counts the hour that the clocks leave out, and the one that comes twice", () => {
    const nights = aCalendar({
      timeZone: "Europe/Berlin",
      days: [7],
      hours: [{ from: 60, to: 240 }],
    });

    // 1 to 4 o'clock: two hours in spring, four in autumn
    const spring = new WorkClock(nights, "2026-03-29");
    expect(spring.finishAfter(2)).toBe("2026-03-29T04:00+02:00");
    expect(spring.startAfter(2)).toBe("2026-04-05T01:00+02:00");
    const autumn = new WorkClock(nights, "2026-10-25");
    expect(autumn.finishAfter(2)).toBe("2026-10-25T02:00+01:00");
    expect(autumn.finishAfter(4)).toBe("2026-10-25T04:00+01:00");
  });

  it("has the offset of the day that it names", () => {
    const clock = new WorkClock(aCalendar({ timeZone: "America/New_York" }), "2026-03-06");

    expect(clock.finishAfter(8)).toBe("2026-03-06T17:00-05:00");
    expect(clock.finishAfter(9)).toBe("2026-03-09T10:00-04:00");
  });

  it("works round the clock where days have no end", () => {
    const always = aCalendar({ days: [1, 2, 3, 4, 5, 6, 7], hours: [{ from: 0, to: 1440 }] });

    expect(new WorkClock(always, "2026-03-05").finishAfter(49)).toBe("2026-03-07T01:00+00:00");
  });

  it("gives no date that is more than a hundred years away, however few the hours", () => {
    const rarely = aCalendar({ days: [1], hours: [{ from: 0, to: 1 }] });
    const clock = new WorkClock(rarely, "2026-03-05");

    expect(clock.finishAfter(10)).toBeDefined();
    expect(clock.finishAfter(1_000_000)).toBeUndefined();
  });

  it("keeps the hours of single weekdays and dates, holidays or not", () => {
    const calendar = aCalendar({
      ownHours: {
        5: [{ from: 540, to: 780 }],
        "2026-03-10": [{ from: 600, to: 660 }],
        "2026-03-15": [{ from: 600, to: 660 }],
      },
      holidays: [{ from: "2026-03-09", to: "2026-03-12" }],
    });

    // from Thursday: 8 h, Friday 4 h, Tuesday in the holidays 1 h, Friday 4 h, Sunday 1 h
    const ends = [8, 12, 13, 17, 18, 26].map((hours) =>
      new WorkClock(calendar, "2026-03-05").finishAfter(hours)?.slice(0, 16),
    );

    expect(ends).toEqual([
      "2026-03-05T17:00",
      "2026-03-06T13:00",
      "2026-03-10T11:00",
      "2026-03-13T13:00",
      "2026-03-15T11:00",
      "2026-03-16T17:00",
    ]);
  });

  it("finishes after it starts, with just the hours of work between", () => {
    const zone = fc.constantFrom("UTC", "Europe/Berlin", "America/New_York", "Asia/Kolkata");
    const input = fc.record({
      timeZone: zone,
      days: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
      hours: fc.constantFrom(
        [{ from: 540, to: 1020 }],
        [
          { from: 480, to: 720 },
          { from: 780, to: 990 },
        ],
        [{ from: 0, to: 1440 }],
      ),
      ownHours: fc.dictionary(
        fc.oneof(fc.constantFrom("1", "5"), fc.integer({ min: 0, max: 60 }).map(toDay)),
        fc.constantFrom([{ from: 540, to: 780 }], [{ from: 600, to: 690 }]),
      ),
      day: fc.integer({ min: 0, max: 730 }),
      off: fc.integer({ min: 0, max: 9 }),
      before: fc.integer({ min: 0, max: 60 }),
      taken: fc.integer({ min: 1, max: 60 }),
    });
    fc.assert(
      fc.property(input, ({ timeZone, days, hours, ownHours, day, off, before, taken }) => {
        const first = toDay(day);
        const holidays = [{ from: toDay(day + off), to: toDay(day + off + 2) }];
        const calendar = aCalendar({ timeZone, days, hours, ownHours, holidays });
        const clock = new WorkClock(calendar, first);

        const start = clock.startAfter(before / 2) ?? "";
        const finish = clock.finishAfter((before + taken) / 2) ?? "";

        expect(Date.parse(finish)).toBeGreaterThan(Date.parse(start));
        expect(countHalfHours(start, finish, calendar)).toBe(taken);
      }),
      { numRuns: 60 },
    );
  });
});

function aCalendar(changes: Partial<Calendar> = {}): Calendar {
  return {
    start: undefined,
    timeZone: "UTC",
    days: [1, 2, 3, 4, 5],
    hours: [{ from: 540, to: 1020 }],
    holidays: [],
    ...changes,
  };
}

/** So many days after the first of 2026. */
function toDay(days: number): string {
  return new Date(Date.UTC(2026, 0, 1 + days)).toISOString().slice(0, 10);
}

/** Half hours of work between two times, counted one by one with the language's own calendar. */
function countHalfHours(start: string, finish: string, calendar: Calendar): number {
  const { timeZone, days, hours, ownHours = {}, holidays } = calendar;
  const format = new Intl.DateTimeFormat("sv-SE", {
    ...{ timeZone, dateStyle: "short", timeStyle: "short" },
  });
  let count = 0;
  for (let at = Date.parse(start); at < Date.parse(finish); at += halfHourMs) {
    const [day = "", time = ""] = format.format(at).split(" ");
    const minutes = 60 * Number(time.slice(0, 2)) + Number(time.slice(3));
    const weekday = new Date(day).getUTCDay() || 7;
    const isOff = holidays.some(({ from, to }) => from <= day && day <= to);
    const ofDay = ownHours[day];
    const isOn = (ofDay ?? ownHours[weekday] ?? hours).some(
      ({ from, to }) => from <= minutes && minutes < to,
    );
    if (isOn && (ofDay !== undefined || (!isOff && days.includes(weekday)))) count++;
  }
  return count;
}
