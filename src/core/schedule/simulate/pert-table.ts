/** Entries of a table: a power of two, so that the top bits of a random integer choose one. */
export const tableBits = 10;

const entries = 1 << tableBits;
const slices = 4096;

/**
 * Quantiles of the beta-PERT law on [0, 1], evenly spaced: an entry chosen at
 * random is a draw from the law (Malcolm and others, 1959; its mean is one
 * sixth of lowest, four times likeliest and highest).
 *
 * @param mode Likeliest value, from 0 to 1.
 * @param from Values up to it are known not to come; what lies above it is spread over [0, 1].
 */
export function buildPertTable(mode: number, from = 0): Float64Array {
  const density = Float64Array.from({ length: slices }, (_, slice) => {
    const x = (slice + 0.5) / slices;
    return x ** (4 * mode) * (1 - x) ** (4 * (1 - mode));
  });
  const total = density.reduce((sum, value) => sum + value, 0);
  const first = Math.min(slices - 1, Math.floor(from * slices));
  const passed = density.slice(0, first).reduce((sum, value) => sum + value, 0);
  const out = passed + (density[first] ?? 0) * (from * slices - first);
  const table = new Float64Array(entries);
  let slice = first;
  let below = passed;
  for (let entry = 0; entry < entries; entry++) {
    const wanted = out + ((entry + 0.5) / entries) * (total - out);
    while (slice < slices - 1 && below + (density[slice] ?? 0) < wanted) {
      below += density[slice++] ?? 0;
    }
    const value = (slice + (wanted - below) / (density[slice] || 1)) / slices;
    table[entry] = (value - from) / (1 - from);
  }
  return table;
}
