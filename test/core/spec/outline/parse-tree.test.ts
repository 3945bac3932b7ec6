import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { remark } from "remark";
import remarkGfm from "remark-gfm";
import { parseTree } from "../../../../src/core/spec/outline/parse-tree.ts";

const peer = remark().use(remarkGfm, { singleTilde: false }).freeze();

describe("parseTree", () => {
  it("gives the tree of remark with all that GitHub adds, addresses or none", () => {
    const part = fc.constantFrom(
      ...[
        "http",
        "https",
        ":",
        "//",
        "\\",
        "www",
        ".",
        "@",
        "&#46;",
        "&commat;",
        "&",
        "a.b",
        "mailto",
      ],
      ...[" ", " ", "\n", "_", "**", "~~", "~", "`", "[", "]", "(", ")", "<", ">", "/", "word"],
      ...[
        "\n\n- [ ] box ",
        "\n- [x] box ",
        "\n\n| a | b |\n|---|---|\n| c ",
        "|",
        "[^1]",
        "\n\n[^1]: ",
      ],
    );
    const markdown = fc.array(part, { maxLength: 30, size: "max" }).map((parts) => parts.join(""));
    fc.assert(
      fc.property(markdown, (text) => expect(parseTree(text)).toEqual(peer.parse(text))),
      { numRuns: Number(process.env.KEYSTEPS_FUZZ_RUNS ?? 500) },
    );
  });

  it.each([
    "https://a.b/_c_",
    "www.a.b",
    "WWW.a.b",
    "me@a.b",
    "www&#46;a.b",
    "www\\.a.b",
    "http\\://a.b/c",
    "me&commat;a.b",
  ])("knows the address %s", (text) => {
    expect(parseTree(`see ${text} there`)).toEqual(peer.parse(`see ${text} there`));
    expect(JSON.stringify(parseTree(`see ${text} there`))).toContain('"link"');
  });
});
