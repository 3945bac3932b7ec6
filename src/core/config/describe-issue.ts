import type { z } from "zod";

/** A finding about a settings key, still to be given its place. */
export interface ConfigFinding {
  readonly code: "KS402" | "KS403";
  readonly keys: readonly PropertyKey[];
  readonly message: string;
}

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
  const message = `'${place.join(".")}' is wrong: ${toSentence(issue)}`;
  return [{ code: "KS403", keys: place, message }];
}

function toSentence(issue: z.core.$ZodIssue): string {
  if (issue.code === "invalid_union") {
    const wanted = issue.errors.flatMap((errors) =>
      errors.slice(0, 1).map((error) => error.message),
    );
    return `${[...new Set(wanted)].join(", or ")}; write one of these`;
  }
  return `${issue.message}; correct the value`;
}
