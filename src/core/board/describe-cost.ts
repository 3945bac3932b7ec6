import type { Forecast } from "../model/schedule.ts";
import { countOf } from "../text/count-of.ts";
import { toHours } from "./to-hours.ts";

/** What a limit costs, rolling and in waves, and what one unit more would save; half a sentence. */
export function describeCost({
  addsHours,
  inWaves,
  oneMoreSavesHours,
}: Forecast["bottlenecks"][number]): string {
  const waves = [
    ...(inWaves.addsWaves > 0 ? [countOf(inWaves.addsWaves, "wave")] : []),
    ...(inWaves.addsHours >= 0.05 ? [toHours(inWaves.addsHours)] : []),
  ];
  return [
    `adds ${toHours(addsHours)}`,
    ...(waves.length === 0 ? [] : [`in waves ${waves.join(" and ")}`]),
    ...(oneMoreSavesHours === undefined
      ? []
      : [`one more unit saves ${toHours(oneMoreSavesHours)}`]),
  ].join("; ");
}
