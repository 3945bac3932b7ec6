/** How far a run of writes is. */
export interface BarState {
  /** Writes made. */
  readonly done: number;
  /** When each write may be sent at the earliest, in milliseconds from the start, in order. */
  readonly due: readonly number[];
  readonly elapsedMs: number;
  /** The last write in words. */
  readonly line: string;
}

const width = 20;

/**
 * A line such as `[########            ] 12/30, about 2 min left  + #12 Set up`. The time left is what GitHub's
 * limits ask for, and what requests themselves have taken so far.
 */
export function renderBar({ done, due, elapsedMs, line }: BarState): string {
  const total = Math.max(due.length, done);
  const filled = total === 0 ? width : Math.round((width * done) / total);
  const bar = `[${"#".repeat(filled)}${" ".repeat(width - filled)}] ${done}/${total}`;
  const last = due.at(-1) ?? 0;
  const waited = done === 0 ? 0 : (due[done - 1] ?? last);
  const perWriteMs = done === 0 ? 0 : Math.max(0, elapsedMs - waited) / done;
  const leftMs = last - waited + perWriteMs * (total - done);
  return `${bar}${done < total ? `, ${describeLeft(leftMs)}` : ""}  ${line}`;
}

function describeLeft(ms: number): string {
  const seconds = Math.ceil(ms / 1000);
  if (seconds < 90) return `about ${seconds} s left`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 90) return `about ${minutes} min left`;
  return `about ${Math.round(minutes / 6) / 10} h left`;
}
