import { hideTokens } from "../hide-tokens.ts";

/** Where a command writes: `out` is for results that a pipe may read, `err` for everything else. */
export interface Streams {
  readonly out: (line: string) => void;
  readonly err: (line: string) => void;
  /** Replaces the last line of a terminal; `undefined` where stderr is none. */
  readonly draw?: ((line: string) => void) | undefined;
}

/** The process's own streams. */
export const processStreams: Streams = {
  out: (line) => process.stdout.write(`${line}\n`),
  err: (line) => process.stderr.write(`${hideTokens(line)}\n`),
  draw: process.stderr.isTTY ? drawLine : undefined,
};

/** Clears the line first; what is wider than the terminal is cut, since it could not be replaced. */
function drawLine(line: string): void {
  const columns = process.stderr.columns || 80;
  process.stderr.write(`\r\u001b[K${[...line].slice(0, columns - 1).join("")}`);
}
