const legend = /\bkey ?words?\b.*\binterpreted\b|\brfc ?(?:2119|8174)\b/i;

/** Whether a sentence only says how words such as MUST are meant. */
export function isLegend(sentence: string): boolean {
  return legend.test(sentence);
}
