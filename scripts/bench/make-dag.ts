import { randomNumbers } from "./random-numbers.ts";

/** A graph without cycles whose nodes have names in no order. */
export interface NamedDag {
  readonly names: readonly string[];
  readonly edges: readonly (readonly [from: string, to: string])[];
}

/**
 * √n layers; each node has so many edges to random nodes of the layers after it, two in three of
 * them to the next.
 */
export function makeDag(count: number, degree: number, seed = 1): NamedDag {
  const random = randomNumbers(seed);
  const names = Array.from({ length: count }, (_, n) => `P1.T${String(n).padStart(6, "0")}`);
  const nodes = shuffle(names, random);
  const width = Math.max(1, Math.round(Math.sqrt(count)));
  const edges: (readonly [string, string])[] = [];
  for (const [at, from] of nodes.entries()) {
    const next = (Math.floor(at / width) + 1) * width;
    if (next >= count) continue;
    const wanted = Math.min(degree, count - next);
    const ends = new Set<number>();
    while (ends.size < wanted) {
      const near = Math.min(width * (random() < 2 / 3 ? 1 : 5), count - next);
      const isCrowded = degree > width / 2;
      ends.add(next + Math.floor(random() * (isCrowded ? count - next : near)));
    }
    for (const end of ends) edges.push([from, nodes[end] ?? from]);
  }
  return { names, edges: shuffle(edges, random) };
}

function shuffle<Item>(items: readonly Item[], random: () => number): readonly Item[] {
  return items
    .map((item) => ({ item, key: random() }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item);
}
