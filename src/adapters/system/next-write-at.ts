/** A write that was or will be sent. */
export interface TimedWrite {
  /** Epoch milliseconds. */
  readonly at: number;
  /** `content` = creates an issue, comment, label or link, which GitHub counts apart. */
  readonly kind: "content" | "edit";
}

/** Between two writes of any kind. */
const gapMs = 1_000;

/** How many writes of content GitHub takes in any stretch of that length. */
const contentLimits = [
  { most: 80, windowMs: 60_000 },
  { most: 500, windowMs: 3_600_000 },
] as const;

/** How long a write of the past still counts, in milliseconds. */
export const longestWindowMs = 3_600_000;

/**
 * The earliest time at which the next write keeps inside GitHub's secondary limits: 1 s after the
 * last, and at most 80 of content in any minute and 500 in any hour.
 *
 * @param history Earlier writes in the order of time; those older than an hour may be left out.
 * @param now Epoch milliseconds.
 * @returns Epoch milliseconds, at least `now`.
 *
 * Source: https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api#about-secondary-rate-limits
 */
export function nextWriteAt(
  history: readonly TimedWrite[],
  kind: TimedWrite["kind"],
  now: number,
): number {
  const last = history.at(-1);
  const afterLast = last === undefined ? now : Math.max(now, last.at + gapMs);
  if (kind === "edit") return afterLast;
  const content = history.filter((write) => write.kind === "content");
  return contentLimits.reduce((at, { most, windowMs }) => {
    const leaving = content.at(-most);
    return leaving === undefined ? at : Math.max(at, leaving.at + windowMs);
  }, afterLast);
}
