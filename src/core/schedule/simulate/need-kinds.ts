/** Tasks by what they need, and for every level of what is free the kinds that fit. */
export interface NeedKinds {
  /** By rank, the number of its kind: the same for the same needs. */
  readonly kindOf: Int32Array;
  readonly count: number;
  /** Where the ranks of each kind would stand side by side; one more than kinds. */
  readonly starts: Int32Array;
  /** 32-bit words that a set of kinds takes. */
  readonly words: number;
  /** By resource, where its levels start; one more than resources. */
  readonly levelStarts: Int32Array;
  /** The different amounts that tasks need, ascending for each resource. */
  readonly levels: Int32Array;
  /** By level, the set of kinds that need no more of that resource. */
  readonly fitting: Int32Array;
}

/**
 * Sorts tasks into kinds.
 *
 * @param needs By rank, one amount for each resource.
 */
export function sortKinds(needs: Int32Array, resources: number, count: number): NeedKinds {
  const numbers = new Map<string, number>();
  const examples: number[] = [];
  const kindOf = new Int32Array(count);
  for (let rank = 0; rank < count; rank++) {
    const key = needs.subarray(rank * resources, (rank + 1) * resources).join();
    const known = numbers.get(key);
    if (known === undefined) examples.push(rank);
    kindOf[rank] = known ?? numbers.size;
    numbers.set(key, known ?? numbers.size);
  }
  const starts = new Int32Array(numbers.size + 1);
  for (const kind of kindOf) starts[kind + 1] = (starts[kind + 1] ?? 0) + 1;
  for (let kind = 0; kind < numbers.size; kind++) {
    starts[kind + 1] = (starts[kind + 1] ?? 0) + (starts[kind] ?? 0);
  }
  return { kindOf, count: numbers.size, starts, ...listLevels(needs, resources, examples) };
}

function listLevels(needs: Int32Array, resources: number, examples: readonly number[]) {
  const words = Math.max(1, (examples.length + 31) >> 5);
  const amounts = Array.from({ length: resources }, (_, k) =>
    examples.map((rank) => needs[rank * resources + k] ?? 0),
  );
  const distinct = amounts.map((list) => [...new Set(list)].sort((a, b) => a - b));
  const levelStarts = new Int32Array(resources + 1);
  for (const [k, levels] of distinct.entries()) {
    levelStarts[k + 1] = (levelStarts[k] ?? 0) + levels.length;
  }
  const levels = Int32Array.from(distinct.flat());
  const fitting = new Int32Array(levels.length * words);
  for (const [k, list] of amounts.entries()) {
    for (let level = levelStarts[k] ?? 0; level < (levelStarts[k + 1] ?? 0); level++) {
      for (const [kind, amount] of list.entries()) {
        if (amount > (levels[level] ?? 0)) continue;
        const at = level * words + (kind >> 5);
        fitting[at] = (fitting[at] ?? 0) | (1 << (kind & 31));
      }
    }
  }
  return { words, levelStarts, levels, fitting };
}
