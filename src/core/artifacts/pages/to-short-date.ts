import type { LocalTime } from "../../model/schedule.ts";

/** `2026-03-02 09:00`. */
export function toShortDate(time: LocalTime): string {
  return time.slice(0, 16).replace("T", " ");
}
