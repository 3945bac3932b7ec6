/** The day of a moment, such as `2026-01-02`; `undefined` for the moment that stands for an unknown one. */
export function nameDay(generatedAt: string): string | undefined {
  const day = generatedAt.slice(0, 10);
  return day === "1970-01-01" ? undefined : day;
}
