import type { HoursEstimate } from "../../model/schedule.ts";
import type { Random } from "../random/random.ts";
import { buildPertTable, tableBits } from "./pert-table.ts";

/** Draws durations from beta-PERT laws, task by task, independent of each other. */
export class DurationSampler {
  readonly #lows: Float64Array;
  readonly #spans: Float64Array;
  readonly #tables: readonly Float64Array[];

  /** @param estimates By task or by rank: samples come in the same order. */
  constructor(estimates: readonly HoursEstimate[]) {
    this.#lows = Float64Array.from(estimates, ({ optimistic }) => optimistic);
    this.#spans = Float64Array.from(estimates, (e) => e.pessimistic - e.optimistic);
    this.#tables = listTables(estimates);
  }

  /** @param durations Filled, in hours. */
  sample(durations: Float64Array, random: Random): void {
    for (let at = 0; at < durations.length; at++) {
      const share = this.#tables[at]?.[random.next() >>> (32 - tableBits)] ?? 0;
      durations[at] = (this.#lows[at] ?? 0) + (this.#spans[at] ?? 0) * share;
    }
  }
}

/** One table for all estimates of the same shape. */
function listTables(estimates: readonly HoursEstimate[]): readonly Float64Array[] {
  const tables = new Map<string, Float64Array>();
  return estimates.map(({ optimistic, likely, pessimistic, rest }) => {
    const span = pessimistic - optimistic;
    const mode = rest?.mode ?? (span > 0 ? (likely - optimistic) / span : 0);
    const [thousandths, from = 0] = [Math.round(1000 * mode), rest?.from];
    const shape = `${thousandths} ${from}`;
    const table = tables.get(shape) ?? buildPertTable(thousandths / 1000, from);
    tables.set(shape, table);
    return table;
  });
}
