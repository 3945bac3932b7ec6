import type { Remedy } from "../../core/errors.ts";

/** Who can mend a refusal, and how. */
export interface Verdict {
  readonly remedy: Remedy;
  readonly mend: string;
}

/** What GitHub refuses because of what was sent, by its own words. */
export function judgeInvalid(words: string): Verdict {
  if (/rule violations|protected branch|protected ref/i.test(words)) {
    const mend =
      "let the token past the rules of the repository, or leave branch keysteps out of them";
    return { remedy: "fix-access", mend };
  }
  if (/issues (?:are|has been) disabled/i.test(words)) {
    return { remedy: "fix-access", mend: 'turn on "Issues" in the settings of the repository' };
  }
  if (/too long/i.test(words))
    return { remedy: "fix-input", mend: "shorten that text in the spec" };
  if (/more than|too many|at most/i.test(words)) {
    return { remedy: "fix-input", mend: "take some away on GitHub, or in the spec" };
  }
  return { remedy: "fix-input", mend: "GitHub does not take it like that: mend what it names" };
}
