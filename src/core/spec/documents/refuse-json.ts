import type { Diagnostic } from "../../model/diagnostic.ts";
import type { SpecText } from "../../model/spec.ts";

const mostUnits = 4_000_000;
const mostLevels = 100;

/** Says why a JSON file is not read, or `undefined` if it is: it is too long or too deeply nested. */
export function refuseJson({ path, text }: SpecText): Diagnostic | undefined {
  const at = { path, line: 1, column: 1 };
  if (text.length > mostUnits) {
    const message = `Cannot read a JSON file of ${text.length} characters: at most ${mostUnits} are read; split it into several specs`;
    return { code: "KS107", severity: "error", message, at };
  }
  if (measureDepth(text) <= mostLevels) return undefined;
  const message = `Cannot read the JSON file: more than ${mostLevels} levels of lists and objects; make it flatter`;
  return { code: "KS109", severity: "error", message, at };
}

/** At most as many levels as there are; brackets in texts count too. */
function measureDepth(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (const unit of text.replace(/"(?:[^"\\\n]|\\.)*"/g, "")) {
    if (unit === "[" || unit === "{") depth += 1;
    if (unit === "]" || unit === "}") depth -= 1;
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}
