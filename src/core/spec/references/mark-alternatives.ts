const or = /(?<!and\/)\b(?:or|oder|ou|o)\b|或/i;
const comma = /^[\s,，、]*$/;

/**
 * Tells which parts of a list are alternatives: those around an `or`, with what commas part from them on
 * the left (`T001, T002 or T003`).
 *
 * @param separators What stands before each part but the first.
 * @returns One for each part.
 */
export function markAlternatives(separators: readonly string[]): readonly boolean[] {
  const marks = Array.from({ length: separators.length + 1 }, () => false);
  let first = 0;
  for (const [place, separator] of separators.entries()) {
    if (or.test(separator)) marks.fill(true, first, place + 2);
    else if (!comma.test(separator)) first = place + 1;
  }
  return marks;
}
