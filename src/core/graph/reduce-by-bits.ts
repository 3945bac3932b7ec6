import type { Graph } from "./graph.ts";

/** Most bytes of the sets of one block. */
const maxBlockBytes = 16_000_000;

/**
 * By edge, 1 if the transitive reduction keeps it, else 0.
 *
 * Each node has the set of all it reaches as bits; a set is made of those of
 * its kept successors only, which are few in a dense graph. Where all sets
 * would not fit into memory they are made for one block of targets at a time.
 *
 * @param graph All of its edges lead from smaller nodes to bigger ones.
 */
export function reduceByBits({ count, starts, targets }: Graph): Uint8Array {
  const words = Math.max(1, Math.min(Math.ceil(count / 32), Math.floor(maxBlockBytes / 4 / count)));
  const reached = new Int32Array(words * count);
  const kept = new Uint8Array(targets.length).fill(1);
  for (let first = 0; first < count; first += 32 * words) {
    const last = Math.min(count, first + 32 * words);
    for (let node = last - 1; node >= 0; node--) fillRow(node, first, last);
  }
  return kept;

  /** The set of one node, of the targets from `first` to before `last`. */
  function fillRow(node: number, first: number, last: number): void {
    const row = node * words;
    reached.fill(0, row, row + words);
    const end = starts[node + 1] ?? 0;
    for (let i = starts[node] ?? 0; i < end; i++) {
      const to = targets[i] ?? 0;
      if (to >= last) break;
      if (kept[i] === 0) continue;
      if (to < first) {
        addRow(row, to * words, 0);
        continue;
      }
      const word = (to - first) >> 5;
      const bit = 1 << ((to - first) & 31);
      if (((reached[row + word] ?? 0) & bit) !== 0) {
        kept[i] = 0;
        continue;
      }
      addRow(row, to * words, word);
      reached[row + word] = (reached[row + word] ?? 0) | bit;
    }
  }

  function addRow(row: number, other: number, firstWord: number): void {
    for (let word = firstWord; word < words; word++) {
      reached[row + word] = (reached[row + word] ?? 0) | (reached[other + word] ?? 0);
    }
  }
}
