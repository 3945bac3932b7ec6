/** What a line of a scenario is: it opens one, goes on with it, or is none. */
type ScenarioStep = "opens" | "goes-on";

/**
 * Recognises the lines of scenarios: `Given …` opens one, `When`, `Then`, `And` and `But` go on. A line
 * that says all three opens one, too.
 */
export function recogniseScenarioStep(text: string): ScenarioStep | undefined {
  if (/^given\b(?!\s+(?:name|that\s+we)\b)/i.test(text)) return "opens";
  return /^(?:when|then|and|but)\b/i.test(text) ? "goes-on" : undefined;
}
