import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { joinManagedBlock, splitManagedBlock } from "../../../src/core/text/split-managed-block.ts";

const block = "<!-- keysteps:begin task PLAN-00000000 P1.T001 -->\nours\n<!-- keysteps:end -->";

describe("splitManagedBlock", () => {
  it("parts what people wrote from the block", () => {
    expect(splitManagedBlock(`Hello\n\n${block}\n\nBye`)).toEqual({
      before: "Hello\n\n",
      block,
      after: "\n\nBye",
    });
  });

  it("takes a body without a block as people's", () => {
    expect(splitManagedBlock("mine")).toEqual({ before: "", block: undefined, after: "mine" });
  });

  it("takes a begin without an end as people's", () => {
    const body = "<!-- keysteps:begin task PLAN-00000000 P1.T001 -->\nno end";

    expect(splitManagedBlock(body).block).toBeUndefined();
  });

  it("reads the line ends of a web edit", () => {
    expect(splitManagedBlock(block.replaceAll("\n", "\r\n")).block).toBe(block);
  });

  it("does not take a marker inside a line for one", () => {
    const body = `see \`<!-- keysteps:begin x -->\` there\n${block}`;

    expect(splitManagedBlock(body).block).toBe(block);
  });
});

describe("joinManagedBlock", () => {
  it("puts the block above what people wrote where there was none", () => {
    expect(joinManagedBlock(splitManagedBlock("mine"), block)).toBe(`${block}\n\nmine`);
  });

  it("keeps every letter that people wrote around the block", () => {
    const text = fc.string().map((written) => written.replaceAll("\r", "").replaceAll("<!--", ""));
    fc.assert(
      fc.property(text, text, fc.string(), (before, after, words) => {
        const next = block.replace("ours", words.replaceAll("\r", "").replaceAll("<!--", ""));
        const body = `${before}\n${block}\n${after}`;

        const joined = joinManagedBlock(splitManagedBlock(body), next);

        expect(joined).toBe(`${before}\n${next}\n${after}`);
      }),
    );
  });
});
