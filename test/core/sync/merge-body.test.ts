import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { isFull, maxBody, mergeBody } from "../../../src/core/sync/merge-body.ts";
import { splitManagedBlock } from "../../../src/core/text/split-managed-block.ts";

const begin = "<!-- keysteps:begin task PLAN-00000000 P1.T101 -->";
const end = "<!-- keysteps:end -->";
const notes = `**Notes**\n\n- ${"n".repeat(3_000)}`;
const risks = `**Risks**\n\n- ${"r$&".repeat(1_000)}`;
const boxes = "**Done when**\n\n- [ ] it is seen";
const block = `${begin}\n${risks}\n\n${boxes}\n\n${notes}\n\n<sub>origin</sub>\n${end}`;
const slack = { parts: [notes, risks], wholeUrl: "https://example.com/tasks.json" };

function withWords(length: number): string {
  const old = `${begin}\n- [x] it is seen\n${end}`;
  return `${old}\n${"p".repeat(length)}`;
}

describe("mergeBody, where people wrote much", () => {
  it("leaves nothing out while there is room", () => {
    expect(mergeBody(block, withWords(50_000), slack)).toContain(notes);
  });

  it("leaves parts out one by one, in their order, with a link to the whole", () => {
    const once = mergeBody(block, withWords(maxBody - 5_000), slack);
    const twice = mergeBody(block, withWords(maxBody - 1_000), slack);

    expect([once.includes(notes), once.includes(risks)]).toEqual([false, true]);
    expect([twice.includes(notes), twice.includes(risks)]).toEqual([false, false]);
    for (const body of [once, twice]) {
      expect(body).toContain("[the whole task](https://example.com/tasks.json)");
      expect(body).toContain("- [x] it is seen");
      expect(body).toContain("<sub>origin</sub>");
    }
  });

  it("lets the body be where not even that is enough", () => {
    const body = withWords(maxBody - 200);

    expect(isFull(block, body, slack)).toBe(true);
    expect(mergeBody(block, body, slack)).toBe(body);
  });

  it("never goes beyond GitHub's limit, cuts no word of people's, and comes to rest", () => {
    fc.assert(
      fc.property(fc.nat(maxBody - 200), (length) => {
        const body = withWords(length);

        const merged = mergeBody(block, body, slack);

        expect(merged.length).toBeLessThanOrEqual(maxBody);
        expect(splitManagedBlock(merged).after).toBe(splitManagedBlock(body).after);
        expect(mergeBody(block, merged, slack)).toBe(merged);
      }),
    );
  });
});
