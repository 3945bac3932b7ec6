import { Temporal } from "temporal-polyfill";
import type { Calendar, DayHours } from "../../model/config.ts";
import type { LocalTime } from "../../model/schedule.ts";

/** Working time without a break, in minutes since 1970 and minutes of work before it. */
interface Span {
  readonly from: number;
  readonly to: number;
  readonly workedBefore: number;
}

/** Days that are looked at, a hundred years. */
const maxDays = 36_525;

/**
 * Turns hours of work into dates: working hours of working days, without holidays, from the start
 * of a calendar on. What a change of clocks adds to a working day or takes from it counts. Exact to
 * the minute.
 */
export class WorkClock {
  readonly #calendar: Calendar;
  readonly #holidays: readonly Calendar["holidays"][number][];
  readonly #spans: Span[] = [];
  readonly #startsAt: number;
  #day: Temporal.PlainDate;
  #daysLeft = maxDays;

  /** @param start Local date, or date and time. */
  constructor(calendar: Calendar, start: string) {
    this.#calendar = calendar;
    this.#holidays = mergeHolidays(calendar.holidays);
    const begins = Temporal.PlainDateTime.from(start);
    this.#day = begins.toPlainDate();
    this.#startsAt = toMinutes(begins.toZonedDateTime(calendar.timeZone));
  }

  /** When work goes on after so many hours of it; `undefined` if that is more than a hundred years away. */
  startAfter(hours: number): LocalTime | undefined {
    const worked = Math.round(60 * hours);
    const span = this.#find(worked + 1);
    return span && this.#toLocal(span.from + worked - span.workedBefore);
  }

  /** When so many hours of work are done; `undefined` if that is more than a hundred years away. */
  finishAfter(hours: number): LocalTime | undefined {
    const worked = Math.round(60 * hours);
    const span = this.#find(Math.max(1, worked));
    return span && this.#toLocal(span.from + worked - span.workedBefore);
  }

  /** The span in which that minute of work is done, counted from 1. */
  #find(minute: number): Span | undefined {
    while (this.#worked() < minute) if (!this.#addDay()) return undefined;
    let [low, high] = [0, this.#spans.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#spans[middle]?.workedBefore ?? 0) < minute) low = middle;
      else high = middle - 1;
    }
    return this.#spans[low];
  }

  /** Minutes of all spans known. */
  #worked(): number {
    const last = this.#spans.at(-1);
    return last === undefined ? 0 : last.workedBefore + last.to - last.from;
  }

  /** Adds the working time of one more day; false if there are no more. */
  #addDay(): boolean {
    if (this.#daysLeft-- <= 0) return false;
    const day = this.#day;
    this.#day = day.add({ days: 1 });
    for (const { from, to } of this.#listHours(day)) {
      const begin = Math.max(this.#startsAt, this.#toInstant(day, from));
      const end = this.#toInstant(day, to);
      if (begin < end) this.#spans.push({ from: begin, to: end, workedBefore: this.#worked() });
    }
    return true;
  }

  /** A date with hours of its own has these, whatever else is said of it. */
  #listHours(day: Temporal.PlainDate): DayHours {
    const { days, hours, ownHours = {} } = this.#calendar;
    const date = day.toString();
    const own = ownHours[date];
    if (own !== undefined) return own;
    if (!days.includes(day.dayOfWeek) || this.#isHoliday(date)) return [];
    return ownHours[day.dayOfWeek] ?? hours;
  }

  #isHoliday(day: string): boolean {
    let [low, high] = [0, this.#holidays.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#holidays[middle]?.to ?? "") < day) low = middle + 1;
      else high = middle;
    }
    const found = this.#holidays[low];
    return found !== undefined && found.from <= day && day <= found.to;
  }

  /** A local time that the clocks leave out is as much later as they jump; of one that comes twice it is the first. */
  #toInstant(day: Temporal.PlainDate, minutes: number): number {
    const date = minutes === 24 * 60 ? day.add({ days: 1 }) : day;
    const time = { hour: Math.floor(minutes / 60) % 24, minute: minutes % 60 };
    return toMinutes(date.toPlainDateTime(time).toZonedDateTime(this.#calendar.timeZone));
  }

  #toLocal(minutes: number): LocalTime {
    const instant = Temporal.Instant.fromEpochMilliseconds(60_000 * minutes);
    const local = instant.toZonedDateTimeISO(this.#calendar.timeZone);
    return local.toString({ smallestUnit: "minute", timeZoneName: "never" });
  }
}

function toMinutes(time: Temporal.ZonedDateTime): number {
  return Math.round(time.epochMilliseconds / 60_000);
}

/** In order, without overlaps. */
function mergeHolidays(holidays: Calendar["holidays"]): readonly Calendar["holidays"][number][] {
  const merged: { from: string; to: string }[] = [];
  for (const { from, to } of holidays.toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
    const last = merged.at(-1);
    if (last === undefined || last.to < from) merged.push({ from, to });
    else if (last.to < to) last.to = to;
  }
  return merged;
}
