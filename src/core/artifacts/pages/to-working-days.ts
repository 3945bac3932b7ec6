import { roundHours } from "../round-hours.ts";

/** What T.A.S.K.S v3 calls a day. */
const hoursADay = 8;

/** Hours of work with what they are in days of eight: `46.1 h (5.8 working days)`. */
export function toWorkingDays(hours: number): string {
  const days = Math.round((10 * hours) / hoursADay) / 10;
  return `${roundHours(hours)} h (${days} working ${days === 1 ? "day" : "days"})`;
}
