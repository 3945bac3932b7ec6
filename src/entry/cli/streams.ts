import { hideTokens } from "../hide-tokens.ts";

/** Where a command writes: `out` is for results that a pipe may read, `err` for everything else. */
export interface Streams {
  readonly out: (line: string) => void;
  readonly err: (line: string) => void;
  /** Replaces the last line of a terminal, until another line is written; `undefined` where stderr is none that can. */
  readonly draw?: ((line: string) => void) | undefined;
}

/** As much of a stream as is written to. */
interface Sink {
  readonly write: (text: string) => unknown;
  readonly isTTY?: boolean;
  readonly columns?: number;
}

/** What says whether a terminal takes more than plain text. */
interface Surroundings {
  readonly term: string | undefined;
  readonly ci: string | undefined;
  readonly noColor: string | undefined;
}

const clear = "\r\u001b[K";

/**
 * Streams over standard output and error. There is nothing to draw on where standard error is no
 * terminal, where `TERM=dumb` or `NO_COLOR` asks for plain text, and in CI, whose logs keep every line.
 */
export function buildStreams(
  stdout: Sink,
  stderr: Sink,
  { term, ci, noColor }: Surroundings,
): Streams {
  const isPlain = term === "dumb" || Boolean(noColor) || !/^(?:|0|false)$/i.test(ci ?? "");
  let isDrawn = false;
  return {
    out(line) {
      if (isDrawn) draw("");
      stdout.write(`${line}\n`);
    },
    err(line) {
      if (isDrawn) draw("");
      stderr.write(`${hideTokens(line)}\n`);
    },
    draw: stderr.isTTY === true && !isPlain ? draw : undefined,
  };

  /** What is wider than the terminal is cut, since it could not be replaced. */
  function draw(line: string): void {
    if (line === "" && !isDrawn) return;
    isDrawn = line !== "";
    stderr.write(`${clear}${[...line].slice(0, (stderr.columns || 80) - 1).join("")}`);
  }
}

/** The process's own streams. */
export const processStreams: Streams = buildStreams(process.stdout, process.stderr, {
  term: process.env.TERM,
  ci: process.env.CI,
  noColor: process.env.NO_COLOR,
});
