/**
 * The shortest of several runs, in milliseconds of the processor (all threads): waiting for a
 * machine that others use too does not count, and what else disturbs a run only ever adds to it.
 */
export function measureBest(runs: number, work: () => unknown): number {
  let best = Number.POSITIVE_INFINITY;
  for (let run = 0; run < runs; run++) {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    best = Math.min(best, (user + system) / 1000);
  }
  return best;
}
