/** Line and column, both from 1, of an offset into the text it was made for. */
type FindPlace = (offset: number) => { readonly line: number; readonly column: number };

/** Prepares for telling lines and columns, each in logarithmic time; lines end with LF, CR LF or CR. */
export function indexLines(text: string): FindPlace {
  const starts = [0];
  for (const { 0: end, index } of text.matchAll(/\r\n?|\n/g)) starts.push(index + end.length);
  return (offset) => {
    let low = 0;
    let high = starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
  };
}
