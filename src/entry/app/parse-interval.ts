const unitsMs = { s: 1_000, m: 60_000, h: 3_600_000 } as const;

/** Milliseconds of a time such as `30s`, `5m` or `1h`; `undefined` if it is none, or 0. */
export function parseInterval(text: string): number | undefined {
  const [, count, unit] = /^(\d{1,6})([smh])$/.exec(text) ?? [];
  if (count === undefined || unit === undefined) return undefined;
  return Number(count) * unitsMs[unit as keyof typeof unitsMs] || undefined;
}
