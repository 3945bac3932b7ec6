import { z } from "zod";

const most = 1_000_000_000;

/**
 * Units of something that is shared in whole units, so a half is refused rather than taken as none or
 * one: to a thousand million, so that any two of them add up to a number that schedules count with
 * (32 bits).
 *
 * @param unit In the plural.
 */
export function unitCount(unit = "units") {
  const message = `expected a whole number of ${unit}, at least 0; round up what is part of one`;
  return z.int(message).min(0).max(most);
}
