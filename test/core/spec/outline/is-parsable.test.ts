import { describe, expect, it } from "@jest/globals";
import { isParsable } from "../../../../src/core/spec/outline/is-parsable.ts";

describe("isParsable", () => {
  it.each([
    ["64,000 bytes", "a".repeat(64_000), "a"],
    ["3,000 definitions", "[a]: b\n".repeat(3_000), "> [c]: d\n"],
    ["3,000 links", "[a](b) ".repeat(3_000), "[c](d)"],
    ["3,000 references", "[a][b] ".repeat(3_000), "[c][d]"],
    ["10,000 marks of bold", "**a** ".repeat(5_000), "**"],
    ["10,000 marks of italics", "_a_ ".repeat(5_000), "_b"],
  ])("takes %s and no more", (_, most, more) => {
    expect(isParsable(most)).toBe(true);
    expect(isParsable(most + more)).toBe(false);
  });

  it("counts no underscores in names, and no brackets of boxes", () => {
    expect(isParsable("user_id ".repeat(7_900))).toBe(true);
    expect(isParsable("- [ ] do: it\n".repeat(4_900))).toBe(true);
  });
});
