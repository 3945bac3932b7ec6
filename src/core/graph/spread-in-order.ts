/**
 * Places on a line, as near as can be to where each wants to stand, in the order given and no nearer
 * to each other than asked (least squares; pool adjacent violators). Linear time.
 *
 * Source: Barlow, Bartholomew, Bremner and Brunk, "Statistical Inference under Order Restrictions", 1972.
 *
 * @param wanted Where each would stand.
 * @param gaps Least distance of each from the one before it; that of the first does not count.
 */
export function spreadInOrder(
  wanted: readonly number[],
  gaps: readonly number[],
): readonly number[] {
  const offsets: number[] = [];
  const blocks: { sum: number; count: number }[] = [];
  for (const [index, place] of wanted.entries()) {
    const offset = index === 0 ? 0 : (offsets[index - 1] ?? 0) + (gaps[index] ?? 0);
    offsets.push(offset);
    let block = { sum: place - offset, count: 1 };
    for (let last = blocks.at(-1); last !== undefined; last = blocks.at(-1)) {
      if (last.sum / last.count < block.sum / block.count) break;
      block = { sum: last.sum + block.sum, count: last.count + block.count };
      blocks.pop();
    }
    blocks.push(block);
  }
  const places = blocks.flatMap(({ sum, count }) => Array<number>(count).fill(sum / count));
  return places.map((place, index) => place + (offsets[index] ?? 0));
}
