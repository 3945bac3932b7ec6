import { createInterface } from "node:readline";

/** Asks questions on a terminal, or of a pipe. */
export interface Asker {
  /** The next line; `undefined` if no more come. The question goes to standard error. */
  readonly ask: (question: string) => Promise<string | undefined>;
  /** Leaves standard input to somebody else until the next question. */
  readonly pause: () => void;
  readonly close: () => void;
}

/** Opens standard input for questions. */
export function askLines(): Asker {
  const reader = createInterface({ input: process.stdin, output: process.stderr, terminal: false });
  const lines = reader[Symbol.asyncIterator]();
  return {
    ask: async (question) => {
      process.stderr.write(question);
      reader.resume();
      const { value, done } = await lines.next();
      return done ? undefined : value;
    },
    pause: () => void reader.pause(),
    close: () => reader.close(),
  };
}
