/** Where each resource stands when units are packed into integers, several to one. */
export interface WordLayout {
  /** Integers a step takes. */
  readonly words: number;
  /** By integer, the top bits of its fields: they stay set while what is taken out of a field fits. */
  readonly guards: Int32Array;
  /** By integer, all units and the top bits. */
  readonly full: Int32Array;
  /** By activity and integer, the units it needs. */
  readonly needs: Int32Array;
}

/** Who needs how much. */
export interface UnitTable {
  /** Units by resource. */
  readonly capacities: Int32Array;
  /** Units by activity, one after the other for each resource; none above its capacity. */
  readonly needs: Int32Array;
  /** Activities. */
  readonly count: number;
}

/** Four resources of up to 127 units to an integer, two of up to 32,767, or one of more. */
export function layOutWords({ capacities, needs, count }: UnitTable): WordLayout {
  const places: { word: number; shift: number; bits: number }[] = [];
  const open = new Map<number, { word: number; shift: number }>();
  let words = 0;
  for (const units of capacities) {
    const bits = units < 128 ? 8 : units < 32_768 ? 16 : 32;
    const place = open.get(bits) ?? { word: words++, shift: 0 };
    places.push({ ...place, bits });
    if (place.shift + bits < 32) open.set(bits, { word: place.word, shift: place.shift + bits });
    else open.delete(bits);
  }
  const guards = new Int32Array(words);
  const full = new Int32Array(words);
  const packed = new Int32Array(words * count);
  for (const [k, { word, shift, bits }] of places.entries()) {
    guards[word] = (guards[word] ?? 0) | (1 << (shift + bits - 1));
    full[word] = (full[word] ?? 0) | ((capacities[k] ?? 0) << shift) | (1 << (shift + bits - 1));
    for (let activity = 0; activity < count; activity++) {
      const at = activity * words + word;
      packed[at] = (packed[at] ?? 0) | ((needs[activity * capacities.length + k] ?? 0) << shift);
    }
  }
  return { words, guards, full, needs: packed };
}
