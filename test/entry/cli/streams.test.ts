import { describe, expect, it } from "@jest/globals";
import { buildStreams } from "../../../src/entry/cli/streams.ts";

interface Surroundings {
  readonly term?: string;
  readonly ci?: string;
  readonly noColor?: string;
}

const plain = { term: "xterm-256color", ci: undefined, noColor: undefined };

/** Streams whose writes are kept in order; standard error is a terminal of 20 columns unless told otherwise. */
function open(surroundings: Surroundings = {}, isTTY = true) {
  const written: string[] = [];
  const sink = (name: string) => ({ write: (text: string) => written.push(`${name}:${text}`) });
  const streams = buildStreams(
    sink("out"),
    { ...sink("err"), isTTY, columns: 20 },
    { ...plain, ...surroundings },
  );
  return { ...streams, written };
}

describe("the streams of a command", () => {
  it("draw one line over another on a terminal, cut to its width, and clear it before others", () => {
    const { draw, err, out, written } = open();

    draw?.("Reading");
    draw?.("Looking at all of the code");
    err("a finding");
    draw?.("Writing");
    out("path");
    draw?.("");

    expect(written).toEqual([
      "err:\r\u001b[KReading",
      "err:\r\u001b[KLooking at all of t",
      "err:\r\u001b[K",
      "err:a finding\n",
      "err:\r\u001b[KWriting",
      "err:\r\u001b[K",
      "out:path\n",
    ]);
  });

  it.each<readonly [string, Surroundings, boolean]>([
    ["in a pipe", {}, false],
    ["on a dumb terminal", { term: "dumb" }, true],
    ["in CI", { ci: "true" }, true],
    ["where NO_COLOR asks for plain text", { noColor: "1" }, true],
  ])("draw nothing %s", (_, surroundings, isTTY) => {
    expect(open(surroundings, isTTY).draw).toBeUndefined();
  });

  it.each<Surroundings>([{ ci: "false" }, { ci: "" }, { noColor: "" }])(
    "draw under %j",
    (surroundings) => {
      expect(open(surroundings).draw).toBeDefined();
    },
  );
});
