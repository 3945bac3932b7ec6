import { describe, expect, it } from "@jest/globals";
import type { ObservedIssue, RecognisedIssues } from "../../../../src/core/model/issue.ts";
import type { RecordedTask } from "../../../../src/core/model/record.ts";
import { judgeParent } from "../../../../src/core/sync/family/judge-parent.ts";

const [tracking, group, foreign] = [1, 2, 3];
const anIssue = (id: number, other: object = {}) =>
  ({ nodeId: `I_${id}`, databaseId: id, parent: null, body: "", ...other }) as ObservedIssue;
const recognised = {
  trackingIssue: anIssue(tracking),
  groups: new Map([["00000000-1", anIssue(group)]]),
} as unknown as RecognisedIssues;
const ours = "<!-- keysteps:begin task PLAN-00000000 P1.T101 -->\n<!-- keysteps:end -->";
const onRecord = (other: object) =>
  ({ issue: { nodeId: "I_9" }, ...other }) as unknown as RecordedTask;

describe("whose the parent of an issue is", () => {
  it.each<readonly [string, string, number | null | undefined, object | undefined]>([
    ["kept", "of a run that was cut short", tracking, undefined],
    ["ours", "none yet, of a run that was cut short", null, undefined],
    ["ours", "another of ours, of a run that was cut short", group, undefined],
    ["theirs", "a person's, of a run that was cut short", foreign, undefined],
    ["kept", "where we put it", tracking, { parent: "I_1" }],
    ["ours", "where we put it, and it is to move", group, { parent: "I_2" }],
    ["kept", "where a run that was cut short moved it", tracking, { parent: "I_2" }],
    ["theirs", "taken away from where we put it", null, { parent: "I_1" }],
    ["theirs", "another than where we put it", group, { parent: "I_1" }],
    ["theirs", "a person's", foreign, { parent: "I_1" }],
    ["theirs", "the wanted one, where we had set none", tracking, {}],
    ["ours", "none, where we had set none", null, {}],
    ["theirs", "back where it was taken from", tracking, { isParentTheirs: true }],
    ["ours", "gone with the issue that we put it below", null, { parent: "I_7" }],
    ["unknown", "not told", undefined, { parent: "I_1" }],
  ])("is %s: %s", (verdict, _, parent, last) => {
    const observed = anIssue(9, { parent, body: ours });

    const judged = judgeParent(
      observed,
      recognised.trackingIssue,
      last === undefined ? undefined : onRecord(last),
      recognised,
    );

    expect(judged).toBe(verdict);
  });

  it("is people's where they put an issue that was taken over", () => {
    const observed = anIssue(9, { parent: tracking, body: "words" });

    expect(judgeParent(observed, recognised.trackingIssue, undefined, recognised)).toBe("theirs");
  });
});
