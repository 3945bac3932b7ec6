import type { Forecast } from "../model/schedule.ts";
import { findFaster } from "./find-faster.ts";
import { roundHours } from "./round-hours.ts";

/**
 * What a rolling frontier is better at than waves, as measured on this plan;
 * empty where it is not.
 */
export function listAdvantages(forecast: Forecast): readonly string[] {
  if (findFaster(forecast) !== "rolling_frontier") return [];
  const { advantage, rolling, waves } = forecast;
  const percent = Math.round(100 * advantage);
  const [used, usedByWaves] = [rolling, waves].map((one) => Math.round(100 * one.utilisation));
  const isFuller = (used ?? 0) > (usedByWaves ?? 0);
  return [
    ...(percent > 0
      ? [
          `${percent}% faster completion (P50 ${roundHours(rolling.p50Hours)} h against ${roundHours(waves.p50Hours)} h)`,
        ]
      : []),
    ...(isFuller ? [`Better use of the slots (${used}% against ${usedByWaves}%)`] : []),
  ];
}
