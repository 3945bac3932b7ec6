import { describe, expect, it } from "@jest/globals";
import { mergeTickedBoxes } from "../../../src/core/text/merge-ticked-boxes.ts";

describe("mergeTickedBoxes", () => {
  it("keeps the boxes that people ticked", () => {
    expect(mergeTickedBoxes("- [ ] one\n- [ ] two", "- [x] two\n- [ ] one")).toBe(
      "- [ ] one\n- [x] two",
    );
  });

  it("forgets a tick whose words have changed", () => {
    expect(mergeTickedBoxes("- [ ] three", "- [x] two")).toBe("- [ ] three");
  });

  it("leaves text that only looks like a box alone", () => {
    expect(mergeTickedBoxes("a [ ] b", "- [x] b")).toBe("a [ ] b");
  });
});
