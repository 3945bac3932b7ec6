/** Whether a text asks for a decision: `[NEEDS CLARIFICATION: …]`, TBD, TBC or `???`. */
export function isUnclear(text: string): boolean {
  return /\[\s*NEEDS\s+CLARIFICATION|\bTB[DC]\b|\?\?\?/i.test(text);
}
