import type { z } from "zod";

/** A finding about a settings key, still to be given its place. */
export interface ConfigFinding {
  readonly code: "KS402" | "KS403";
  readonly keys: readonly PropertyKey[];
  readonly message: string;
}

/** What zod says of a union, and begins with for a type, that has no words of its own. */
const unsaid = "Invalid input";

/** What zod found wrong below `keys`, in words of the settings file: one finding an unknown key, else one. */
export function describeIssue(
  issue: z.core.$ZodIssue,
  keys: readonly PropertyKey[],
): readonly ConfigFinding[] {
  const place = [...keys, ...issue.path];
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => {
      const message = `Unknown key '${key}' under '${place.join(".")}'; remove it or correct its name`;
      return { code: "KS402", keys: [...place, key], message };
    });
  }
  // a date by other hours than those that were meant would be false
  const until = keys[0] === "calendar" ? ", there are no dates until then" : "";
  const message = `'${place.join(".")}' is wrong: ${toSentence(issue)}${until}`;
  return [{ code: "KS403", keys: place, message }];
}

function toSentence(issue: z.core.$ZodIssue): string {
  const wanted = [...new Set(listWanted(issue))];
  const said = wanted.filter((words) => !words.startsWith(unsaid));
  const told = said.length > 0 ? said : wanted;
  return `${told.join(", or ")}; ${told.length > 1 ? "write one of these" : "correct the value"}`;
}

/** Of a union without words of its own, what each of its ways wants first. */
function listWanted(issue: z.core.$ZodIssue): readonly string[] {
  if (issue.code !== "invalid_union" || issue.message !== unsaid) return [issue.message];
  return issue.errors.flatMap((errors) => errors.slice(0, 1).flatMap(listWanted));
}
