import { styleText } from "node:util";

/** Tells the demo's story on stdout as it goes. */
export interface Story {
  /** A new part, numbered by its order. */
  readonly chapter: (title: string) => void;
  readonly say: (line: string) => void;
  /** Text that somebody else wrote, such as a comment, set off from ours. */
  readonly quote: (text: string, maxLines?: number) => void;
}

/** A story that is told to a stream; coloured where a person looks at it. */
export function tellStory(stream: NodeJS.WriteStream): Story {
  const isSeen = stream.isTTY === true && process.env.NO_COLOR === undefined;
  const style = (kind: "bold" | "dim", text: string) => (isSeen ? styleText(kind, text) : text);
  const write = (line: string) => stream.write(`${line}\n`);
  let chapters = 0;
  return {
    chapter: (title) => write(`\n${style("bold", `${++chapters}. ${title}`)}`),
    say: (line) => write(`   ${line}`),
    quote: (text, maxLines = 40) => {
      const lines = text.trimEnd().split("\n");
      for (const line of lines.slice(0, maxLines)) write(style("dim", `   │ ${line}`));
      if (lines.length > maxLines)
        write(style("dim", `   │ … ${lines.length - maxLines} more lines`));
    },
  };
}
