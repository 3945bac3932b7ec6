import { describe, expect, it } from "@jest/globals";
import { renderBar } from "../../../src/entry/cli/render-bar.ts";
import { showProgress } from "../../../src/entry/cli/show-progress.ts";

const minute = Array.from({ length: 61 }, (_, index) => index * 1000);

describe("renderBar", () => {
  it.each([
    [0, 0, "[                    ] 0/61, about 60 s left  x"],
    [31, 30_000, "[##########          ] 31/61, about 30 s left  x"],
    [31, 61_000, "[##########          ] 31/61, about 60 s left  x"],
    [61, 60_000, "[####################] 61/61  x"],
  ])("after %i writes in %i ms shows %s", (done, elapsedMs, text) => {
    expect(renderBar({ done, due: minute, elapsedMs, line: "x" })).toBe(text);
  });

  it("tells minutes and hours by their names, and no more than is known", () => {
    const due = [0, 7_200_000, 14_400_000];

    expect(renderBar({ done: 1, due, elapsedMs: 0, line: "" })).toContain("about 4 h left");
    expect(renderBar({ done: 2, due: [], elapsedMs: 0, line: "" })).toContain("2/2");
  });
});

describe("showProgress", () => {
  it("tells lines where there is no terminal, without what could steer one", () => {
    const lines: string[] = [];
    const progress = showProgress({ out: () => undefined, err: (line) => lines.push(line) }, true);

    progress.expect(["content"]);
    progress.tell("+ #1 \u001b[31mred");
    progress.end();

    expect(lines).toEqual(["+ #1 [31mred"]);
  });

  it("draws one line on a terminal, with the time that GitHub's limits ask for, and clears it", () => {
    const drawn: string[] = [];
    const streams = {
      out: () => undefined,
      err: () => undefined,
      draw: (line: string) => drawn.push(line),
    };
    const clock = { now: () => 0, sleep: async () => undefined };
    const progress = showProgress(streams, true, clock);

    progress.expect(["content", "content", "edit", "edit"]);
    progress.tell("+ #1 Set up");
    progress.end();

    expect(drawn[0]).toMatch(/^\[#{5} {15}\] 1\/4, about 3 s left {2}\+ #1 Set up$/);
    expect(drawn.at(-1)).toBe("");
  });
});
