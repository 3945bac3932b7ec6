import { expect, it } from "@jest/globals";
import type { SpecTask } from "../../../src/core/model/spec.ts";
import { aPlan } from "../../support/a-plan.ts";
import { aSpec } from "../../support/a-spec.ts";
import { aSpecTask } from "../../support/a-spec-task.ts";
import { anEvidence } from "../../support/an-evidence.ts";

const at = (path: string) => ({ files: [{ path, action: "edit" as const }] });

const guessed = { evidence: anEvidence(1, { confidence: 0.6 }) };

it.each<[string, Partial<SpecTask>, Partial<SpecTask>, boolean]>([
  ["nearly the same", {}, { title: "Add the search page of orders!" }, true],
  ["the same on one file", at("a.ts"), at("a.ts"), true],
  ["the same on other files", at("a.ts"), at("b.ts"), false],
  ["different", {}, { title: "Add the search page of customers" }, false],
  ["the same, and one is done", { state: "done" }, {}, false],
  ["the same, and both only inferred", guessed, guessed, false],
  ["the same, and one only inferred", guessed, {}, true],
  ["the same two words", { title: "Write tests" }, { title: "Write tests" }, false],
])("suspects tasks that are %s: %#", (_, first, second, isSuspect) => {
  const title = "Add the search page of orders";
  const tasks = [aSpecTask("T001", { title, ...first }), aSpecTask("T002", { title, ...second })];

  const found = aPlan(aSpec(tasks)).diagnostics.filter(({ code }) => code === "KS209");

  expect(found.map(({ message }) => message.includes("T001 and T002"))).toEqual(
    isSuspect ? [true] : [],
  );
});
