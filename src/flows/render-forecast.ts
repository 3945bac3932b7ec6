import { buildWavesJson } from "../core/artifacts/json/build-waves-json.ts";
import { renderForecastText } from "../core/board/render-forecast-text.ts";
import type { SpecForecast } from "./forecast-spec.ts";

/** A forecast for people, line by line, and for programs: waves.json as it would be now. */
export function renderForecast({ plan, schedule }: SpecForecast): {
  readonly text: readonly string[];
  readonly json: string;
} {
  const { generated: _, ...waves } = buildWavesJson({ plan, schedule });
  return { text: renderForecastText(plan, schedule), json: JSON.stringify(waves, null, 2) };
}
