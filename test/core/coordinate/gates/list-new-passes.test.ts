import { expect, it } from "@jest/globals";
import { listNewPasses } from "../../../../src/core/coordinate/gates/list-new-passes.ts";
import { aHold, aPass } from "../../../support/a-hold.ts";
import { aPull } from "../../../support/a-pull.ts";

it("lists what is to be stored before a gate opens, once", () => {
  const known = aHold("A", "db", { passes: [aPass(7)] });
  const fresh = aHold("A", "pipe", { passes: [aPass(7, "an older head")] });
  const verdict = { verdict: "success", title: "", summary: "", awaits: undefined } as const;

  const passes = listNewPasses(
    new Map([["sha-7", [{ ...verdict, pull: aPull(7), holds: [known, fresh] }]]]),
  );

  expect(passes).toEqual([{ holdId: "A on pipe", pass: aPass(7) }]);
});
