import { Temporal } from "temporal-polyfill";
import { z } from "zod";
import type { Calendar, DayHours } from "../model/config.ts";

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
    const [from = "", to = from, ...more] = text.split("..");
    return { from, to: more.length === 0 ? to : "" };
  })
  .refine(
    ({ from, to }) => [from, to].every((day) => isDate(day)) && from <= to,
    "expected a date such as 2026-12-25, or two such as 2026-12-24..2027-01-01",
  );

const dayHours = z
  .union([span.transform((one) => [one]), z.array(span).min(1)])
  .transform((spans) => spans.toSorted((a, b) => a.from - b.from))
  .refine(
    (spans) => spans.every(({ from }, at) => at === 0 || (spans[at - 1]?.to ?? 0) <= from),
    "expected hours that do not overlap",
  );

const usualHours = [{ from: 9 * 60, to: 17 * 60 }];

/** A day that has hours of its own; `default` for all others. */
const dayName = z
  .string()
  .refine(
    (text) => text === "default" || toWeekday(text) > 0 || isDate(text),
    "expected default, a day such as fri, or a date such as 2026-12-24",
  );

/** `calendar:`, when people work. */
export const calendarSetting = z
  .strictObject({
    start: start.optional(),
    time_zone: timeZone.default("UTC"),
    days: z.array(z.enum(weekdays)).min(1).default(["mon", "tue", "wed", "thu", "fri"]),
    hours: z.union([dayHours, z.record(dayName, dayHours)]).default(usualHours),
    holidays: z.array(holiday).default([]),
  })
  .transform(
    ({ days, ...rest }): Calendar => ({
      start: rest.start,
      timeZone: rest.time_zone,
      ...toHours(days.map(toWeekday), rest.hours),
      holidays: rest.holidays.toSorted((a, b) => (a.from < b.from ? -1 : Number(a.from > b.from))),
    }),
  );

/** Days with hours of their own are working days. */
function toHours(
  days: readonly number[],
  said: DayHours | Readonly<Record<string, DayHours>>,
): Pick<Calendar, "days" | "hours" | "ownHours"> {
  if (isList(said)) return { days: [...new Set(days)].sort(), hours: said };
  const { default: hours = usualHours, ...named } = said;
  const own = Object.entries(named).map(([name, of]) => [toWeekday(name) || name, of] as const);
  const weekdaysNamed = own.flatMap(([name]) => (typeof name === "number" ? [name] : []));
  return {
    ...{ days: [...new Set([...days, ...weekdaysNamed])].sort(), hours },
    ...(own.length > 0 && { ownHours: Object.fromEntries(own) }),
  };
}

function isList<Item>(value: readonly Item[] | object): value is readonly Item[] {
  return Array.isArray(value);
}

/** From 1, Monday; 0 for what is no day. */
function toWeekday(name: string): number {
  const names: readonly string[] = weekdays;
  return 1 + names.indexOf(name);
}

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
