import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { joinFiles } from "../../../src/core/text/join-files.ts";
import { splitFiles } from "../../../src/core/text/split-files.ts";

describe("files in one text", () => {
  it("come out as they went in", () => {
    const line = fc.constantFrom(
      "---file:tasks.json",
      "\\---file:x",
      "\\\\---file:",
      "# Plan",
      "",
      "```",
      "{",
    );
    const text = fc.array(line, { maxLength: 6 }).map((lines) => `# Page\n${lines.join("\n")}\n`);
    const name = fc.constantFrom("Plan.md", "tasks.json", ".tasks-meta.json");
    fc.assert(
      fc.property(fc.uniqueArray(fc.tuple(name, text), { selector: ([name]) => name }), (files) => {
        expect(splitFiles(joinFiles(new Map(files)))).toEqual(files);
      }),
    );
  });

  it("are found behind chatter, between code fences and with the line ends of Windows", () => {
    const text =
      "Here you are:\r\n---file:dag.json\r\n```json\r\n{}\r\n```\r\n---file: Plan.md \r\n# Plan\r\n";

    expect(splitFiles(text)).toEqual([
      ["dag.json", "{}\r\n"],
      ["Plan.md", "# Plan\r\n"],
    ]);
  });

  it("are found behind a byte order mark", () => {
    expect(splitFiles("\uFEFF---file:dag.json\n{}\n")).toEqual([["dag.json", "{}\n"]]);
  });

  it("are none where no line says so", () => {
    expect(splitFiles("# Plan\n\n    ---file:x\n")).toEqual([]);
  });
});
