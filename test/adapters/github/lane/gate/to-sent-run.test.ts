import { describe, expect, it } from "@jest/globals";
import { toSentRun } from "../../../../../src/adapters/github/lane/gate/to-sent-run.ts";

const gate = {
  kind: "gate",
  headSha: "5ha",
  verdict: "queued",
  title: "Waits for #1",
  summary: "A task that it closes is blocked.",
  externalId: "queued #2",
  revokes: [],
} as const;

describe("toSentRun", () => {
  it("leaves what fits as it is", () => {
    const { external_id, output } = toSentRun(gate);

    expect(external_id).toBe(gate.externalId);
    expect(output).toEqual({ title: gate.title, summary: gate.summary });
  });

  it("cuts a summary to GitHub's bytes, never inside a letter", () => {
    const { output } = toSentRun({ ...gate, summary: "ä".repeat(40_000) });

    expect(output.summary).toBe("ä".repeat(32_767));
  });

  it("keeps long external IDs apart, and the same ones the same", () => {
    const long = "queued #2 ".repeat(90);
    const shorten = (externalId: string) => toSentRun({ ...gate, externalId }).external_id;

    expect(shorten(long)).toHaveLength(255);
    expect(shorten(long)).toMatch(/^queued #2 queued #2 /);
    expect(shorten(long)).toBe(shorten(long));
    expect(shorten(long)).not.toBe(shorten(`${long}!`));
  });
});
