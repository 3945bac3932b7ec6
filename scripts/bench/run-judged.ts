import { parseArgs } from "node:util";
import { Verdict } from "./verdict.ts";

/**
 * Runs a benchmark whose only flag is `--json`: with it, one object with every judged figure, its
 * limit and whether it was met, and what the benchmark itself gives; else lines as they come.
 *
 * @returns Exit code: 1 where a limit is missed.
 */
export function runJudged(
  args: readonly string[],
  measure: (verdict: Verdict) => Readonly<Record<string, unknown>>,
): number {
  const { values } = parseArgs({
    args: [...args],
    options: { json: { type: "boolean", default: false } },
  });
  const verdict = values.json ? new Verdict(() => {}) : new Verdict();
  const results = measure(verdict);
  if (values.json) {
    console.log(JSON.stringify({ ...results, figures: verdict.figures }, undefined, 2));
  }
  return verdict.exitCode;
}
