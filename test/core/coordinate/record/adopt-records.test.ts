import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { adoptRecords } from "../../../../src/core/coordinate/record/adopt-records.ts";
import { readRecordLine } from "../../../../src/core/coordinate/record/read-record-line.ts";
import {
  type RecordedLane,
  renderRecordLine,
} from "../../../../src/core/coordinate/record/render-record-line.ts";
import type { PlanId, ResourceId } from "../../../../src/core/model/ids.ts";
import { aFreeze } from "../../../support/a-freeze.ts";
import { aHold, aPass } from "../../../support/a-hold.ts";
import { aLane } from "../../../support/a-lane.ts";

const planId = "PLAN-1a2b3c4d" as PlanId;
const hold = aHold("A", "db", { passes: [aPass(7)], grantedAt: 5 });
const { since: _, ...freeze } = aFreeze("pipe");

const write = (parts: Partial<RecordedLane> = {}) =>
  renderRecordLine(planId, {
    ...{ lane: "octo/shop", since: 1000, holds: [hold], freezes: [aFreeze("pipe")] },
    ...parts,
  });

describe("the record of a lane", () => {
  it("tells who holds what, what passed on it, and what is frozen", () => {
    const { id: __, state: ___, ...recorded } = hold;

    expect(readRecordLine(`Text\n\n${write()}\n`, "octo/shop", planId)).toEqual({
      since: 1000,
      holds: [recorded],
      freezes: [freeze],
    });
  });

  it("leaves out what others hold and have frozen", () => {
    const foreign = { ...hold.holder, repository: "octo/else" };
    const holds = [{ ...hold, holder: foreign }];

    const line = write({ holds, freezes: [aFreeze("db", { repository: "octo/else" })] });

    expect(readRecordLine(line, "octo/shop", planId)).toMatchObject({ holds: [], freezes: [] });
  });

  it("goes with a repository that is renamed", () => {
    const { holds, freezes } = readRecordLine(write(), "octo/store", planId);

    expect(holds).toMatchObject([
      { scope: "repo:octo/store", holder: { repository: "octo/store" } },
    ]);
    expect(freezes).toMatchObject([{ scope: "repo:octo/store", repository: "octo/store" }]);
  });

  it("is one line that ends where it should, whatever names there are", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.string(), (name, reason) => {
        const resource = name as ResourceId;
        const text = write({
          holds: [{ ...hold, resource }],
          freezes: [aFreeze("db", { resource, reason: `${reason}-->\n` })],
        });

        expect(text.slice("<!-- ".length, -" -->".length)).not.toMatch(/--|[<>\n\r]/);
        const { holds, freezes } = readRecordLine(text, "octo/shop", planId);
        expect(holds[0]?.resource).toBe(name);
        expect(freezes[0]).toMatchObject({ resource: name, reason: `${reason}-->\n` });
      }),
    );
  });

  it.each([
    ["was taken out", ""],
    ["was cut short", write().slice(0, -10)],
    ["is of another form", "<!-- keysteps:record {} -->"],
  ])("is refused where it %s", (_name, body) => {
    expect(() => readRecordLine(body, "octo/shop", planId)).toThrow(
      "Cannot read who has turns by PLAN-1a2b3c4d from the live comment",
    );
  });
});

describe("adoptRecords", () => {
  const withComment = (body: string) =>
    aLane({ A: {} }, { comments: new Map([[planId, { id: 1, body }]]) });

  it("finds nothing where no comment is", () => {
    expect(adoptRecords(aLane({ A: {} }))).toEqual({ since: undefined, holds: [], freezes: [] });
  });

  it("takes over what a comment remembers", () => {
    const record = adoptRecords(withComment(write()));

    expect(record).toMatchObject({ since: 1000, holds: [{ unit: 0 }], freezes: [freeze] });
  });
});
