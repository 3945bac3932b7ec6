const longestTitle = 120;

/** A gate's title, cut to what GitHub shows on one line. */
export function clipTitle(title: string): string {
  const chars = [...title];
  return chars.length <= longestTitle ? title : `${chars.slice(0, longestTitle - 1).join("")}…`;
}
