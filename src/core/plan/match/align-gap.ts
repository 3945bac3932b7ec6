/** More cells than this are not compared: two long lists without a task in common. */
const mostCells = 250_000;

/**
 * Pairs the items of two short lists in order, so that what the pairs gain is the most there is
 * (Needleman and Wunsch, 1970). A pair that gains nothing is not made.
 *
 * @returns Indices: [left, right], ascending.
 */
export function alignGap(
  left: number,
  right: number,
  toGain: (left: number, right: number) => number,
): readonly (readonly [number, number])[] {
  if (left === 0 || right === 0 || left * right > mostCells) return [];
  const width = right + 1;
  const best = new Float64Array((left + 1) * width);
  const gains = new Float64Array((left + 1) * width);
  for (let i = left - 1; i >= 0; i--) {
    for (let j = right - 1; j >= 0; j--) {
      const at = i * width + j;
      const gain = toGain(i, j);
      gains[at] = gain;
      const paired = gain > 0 ? gain + (best[at + width + 1] ?? 0) : 0;
      best[at] = Math.max(paired, best[at + 1] ?? 0, best[at + width] ?? 0);
    }
  }
  return walk(left, right, best, gains);
}

function walk(left: number, right: number, best: Float64Array, gains: Float64Array) {
  const width = right + 1;
  const pairs: (readonly [number, number])[] = [];
  for (let i = 0, j = 0; i < left && j < right; ) {
    const at = i * width + j;
    const gain = gains[at] ?? 0;
    if (gain > 0 && best[at] === gain + (best[at + width + 1] ?? 0)) {
      pairs.push([i, j]);
      i++;
      j++;
    } else if (best[at] === best[at + width]) i++;
    else j++;
  }
  return pairs;
}
