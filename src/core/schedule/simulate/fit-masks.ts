/** Which tasks fit whatever is free, looked up by one number that tells all units left over. */
export interface FitMasks {
  /** By rank, what that number goes down by when the task starts. */
  readonly codes: Int32Array;
  /** The number while nothing is in use. */
  readonly full: number;
  /** By number, where the set of ranks that fit starts in `sets`. */
  readonly setOf: Int32Array;
  /** Sets of ranks, one 32-bit word after the other; not more different ones than levels of need allow. */
  readonly sets: Int32Array;
  /** Words of one set. */
  readonly words: number;
}

/** Limits within which looking up is cheaper than asking: numbers, words of all sets, tasks. */
const maxNumbers = 65_536;
const maxWords = 32_768;
const maxTasks = 4096;

/**
 * Counts the units left over as digits of one number, so that a start and an
 * end each cost one subtraction; `undefined` where there are too many numbers
 * or sets to list.
 *
 * @param needs By rank, one amount for each resource.
 */
export function listFitMasks(
  capacities: Int32Array,
  needs: Int32Array,
  count: number,
): FitMasks | undefined {
  if (count > maxTasks) return undefined;
  const words = Math.max(1, (count + 31) >> 5);
  const codes = new Int32Array(count);
  let sets: Int32Array = new Int32Array(words).fill(-1);
  let setOf: Int32Array = new Int32Array(1);
  for (let k = 0; k < capacities.length; k++) {
    const amounts = new Int32Array(count);
    for (let rank = 0; rank < count; rank++) {
      amounts[rank] = needs[rank * capacities.length + k] ?? 0;
    }
    const levels = [...new Set(amounts).add(0)].sort((a, b) => a - b);
    const unit = levels.reduce(divideCommonly, 0) || 1;
    const units = Math.floor((capacities[k] ?? 0) / unit);
    const numbers = setOf.length;
    if (numbers * (units + 1) > maxNumbers || sets.length * levels.length > maxWords) {
      return undefined;
    }
    for (let rank = 0; rank < count; rank++) {
      codes[rank] = (codes[rank] ?? 0) + ((amounts[rank] ?? 0) / unit) * numbers;
    }
    setOf = addDigit(setOf, units, (free) => {
      const level = levels.findLastIndex((amount) => amount <= free * unit);
      return level * sets.length;
    });
    sets = narrow(sets, amounts, levels);
  }
  return { codes, full: setOf.length - 1, setOf, sets, words };
}

/** Every number once for each count of units left over of one more resource. */
function addDigit(setOf: Int32Array, units: number, toBase: (free: number) => number): Int32Array {
  const numbers = setOf.length;
  const longer = new Int32Array(numbers * (units + 1));
  for (let free = 0; free <= units; free++) {
    const base = toBase(free);
    for (let number = 0; number < numbers; number++) {
      longer[free * numbers + number] = base + (setOf[number] ?? 0);
    }
  }
  return longer;
}

/** The same sets for every level, without the ranks that need more. */
function narrow(sets: Int32Array, amounts: Int32Array, levels: readonly number[]): Int32Array {
  const words = Math.max(1, (amounts.length + 31) >> 5);
  const narrowed = new Int32Array(sets.length * levels.length);
  for (const [at, level] of levels.entries()) {
    const mask = new Int32Array(words);
    for (let rank = 0; rank < amounts.length; rank++) {
      if ((amounts[rank] ?? 0) <= level)
        mask[rank >> 5] = (mask[rank >> 5] ?? 0) | (1 << (rank & 31));
    }
    const base = at * sets.length;
    for (let i = 0; i < sets.length; i++) {
      narrowed[base + i] = (sets[i] ?? 0) & (mask[i % words] ?? 0);
    }
  }
  return narrowed;
}

function divideCommonly(a: number, b: number): number {
  let [big, small] = [a, b];
  while (small > 0) [big, small] = [small, big % small];
  return big;
}
