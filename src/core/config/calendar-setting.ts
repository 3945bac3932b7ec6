import { Temporal } from "temporal-polyfill";
import { z } from "zod";
import type { Calendar } from "../model/config.ts";

/** Names of the days of a week, from Monday. */
export const weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;

const timeZone = z
  .string()
  .refine(isTimeZone, "expected a time zone by its IANA name, such as Europe/Berlin");

const start = z
  .string()
  .refine(
    (text) => /^\d{4}-\d\d-\d\d(T\d\d:\d\d)?$/.test(text) && canParse(text),
    "expected a date such as 2026-03-02, or with a time such as 2026-03-02T13:00",
  );

/** `09:00-17:30`. */
const span = z
  .string()
  .regex(
    /^([01]\d|2[0-3]):[0-5]\d-(([01]\d|2[0-3]):[0-5]\d|24:00)$/,
    "expected working hours such as 09:00-17:00",
  )
  .transform((text) => {
    const [from = 0, to = 0] = text.split("-").map(toMinutes);
    return { from, to };
  })
  .refine(({ from, to }) => from < to, "expected hours that end later than they start");

/** `2026-12-25`, or `2026-12-24..2027-01-01`. */
const holiday = z
  .string()
  .transform((text) => {
    const [from = "", to = from] = text.split("..");
    return { from, to };
  })
  .refine(
    ({ from, to }) => [from, to].every((day) => isDate(day)) && from <= to,
    "expected a date such as 2026-12-25, or two such as 2026-12-24..2027-01-01",
  );

/** `calendar:`, when people work. */
export const calendarSetting = z
  .strictObject({
    start: start.optional(),
    time_zone: timeZone.default("UTC"),
    days: z.array(z.enum(weekdays)).min(1).default(["mon", "tue", "wed", "thu", "fri"]),
    hours: z
      .union([span.transform((one) => [one]), z.array(span).min(1)])
      .default([{ from: 9 * 60, to: 17 * 60 }])
      .transform((spans) => spans.toSorted((a, b) => a.from - b.from))
      .refine(
        (spans) => spans.every(({ from }, at) => at === 0 || (spans[at - 1]?.to ?? 0) <= from),
        "expected hours that do not overlap",
      ),
    holidays: z.array(holiday).default([]),
  })
  .transform(
    ({ days, ...rest }): Calendar => ({
      start: rest.start,
      timeZone: rest.time_zone,
      days: [...new Set(days.map((day) => 1 + weekdays.indexOf(day)))].sort(),
      hours: rest.hours,
      holidays: rest.holidays.toSorted((a, b) => (a.from < b.from ? -1 : Number(a.from > b.from))),
    }),
  );

function toMinutes(time: string): number {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  return 60 * hours + minutes;
}

function isTimeZone(name: string): boolean {
  return succeeds(() => Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name));
}

function isDate(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text) && canParse(text);
}

function canParse(text: string): boolean {
  return succeeds(() => Temporal.PlainDateTime.from(text, { overflow: "reject" }));
}

function succeeds(make: () => unknown): boolean {
  try {
    make();
    return true;
  } catch {
    return false;
  }
}
