/** Most names that a sentence holds. */
const mostNames = 5;

/** Names for a sentence, such as `a, b and c`; beyond five, the rest is counted. */
export function listNames(names: readonly string[]): string {
  const shown = names.length > mostNames ? names.slice(0, mostNames - 1) : names;
  const last = names.length > shown.length ? `${names.length - shown.length} more` : undefined;
  const parts = last === undefined ? shown.slice(0, -1) : shown;
  const end = last ?? shown.at(-1) ?? "";
  return parts.length === 0 ? end : `${parts.join(", ")} and ${end}`;
}
