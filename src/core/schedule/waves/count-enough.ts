/** How many tasks of a wave must be finished before the next one opens: a share of them, rounded up; at least one. */
export function countEnough(size: number, quorum: number): number {
  // 0.56 of 25 is 14, and a little more in binary numbers
  return Math.max(1, Math.ceil(quorum * size - 1e-9));
}
