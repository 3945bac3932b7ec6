/** The number of the item that begins at an offset, as written (`2` of `2.`); `undefined` for a bullet. */
export function readListNumber(source: string, at: number): string | undefined {
  return /^(\d{1,3})[.)]\s/.exec(source.slice(at, at + 6))?.[1];
}
