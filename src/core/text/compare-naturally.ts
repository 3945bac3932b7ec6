/** Order of two texts in which numbers count as numbers: `task-2` before `task-10`. The same on every machine. */
export function compareNaturally(a: string, b: string): number {
  const [left, right] = [a.match(/\d+|\D+/g) ?? [], b.match(/\d+|\D+/g) ?? []];
  for (const [index, one] of left.entries()) {
    const other = right[index];
    if (other === undefined) return 1;
    const difference = Number(one) - Number(other);
    if (difference !== 0 && !Number.isNaN(difference)) return Math.sign(difference);
    if (one !== other) return one < other ? -1 : 1;
  }
  return left.length - right.length;
}
