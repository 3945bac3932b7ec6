import { expect, it } from "@jest/globals";
import { aPlan } from "../../support/a-plan.ts";
import { aSpec } from "../../support/a-spec.ts";
import { aSpecTask } from "../../support/a-spec-task.ts";
import { anEdge } from "../../support/an-edge.ts";

const tasks = ["T001", "T002", "T003", "T004", "T005", "T006"].map((id) => aSpecTask(id));
const unsure = (owner: string, on: string, confidence: number) => ({
  ...anEdge(owner, on),
  confidence,
});

it("leaves out the least sure link of a circle, and says so", () => {
  const statements = [anEdge("T002", "T001"), unsure("T001", "T002", 0.5)];

  const plan = aPlan(aSpec(tasks, { statements }), { minConfidence: 0.45 });

  expect(plan.dag.cycles).toEqual([]);
  expect(plan.broken?.map(({ link }) => [link.from, link.to])).toEqual([["P1.T002", "P1.T001"]]);
  expect(plan.dag.soft.map(({ from, to }) => [from, to])).toEqual([["P1.T002", "P1.T001"]]);
  expect(plan.diagnostics.map(({ code, severity }) => [code, severity])).toContainEqual([
    "KS208",
    "warning",
  ]);
  expect(plan.diagnostics.map(({ code }) => code)).not.toContain("KS201");
});

it("leaves a circle of what is sure to people", () => {
  const statements = [anEdge("T002", "T001"), anEdge("T001", "T002")];

  const plan = aPlan(aSpec(tasks, { statements }));

  expect(plan.broken).toEqual([]);
  expect(plan.diagnostics.map(({ code }) => code)).toContain("KS201");
});

it("breaks no more than two", () => {
  const statements = ["1 2", "3 4", "5 6"].flatMap((pair) => {
    const [a = "", b = ""] = pair.split(" ").map((digit) => `T00${digit}`);
    return [anEdge(b, a), unsure(a, b, 0.5)];
  });

  const plan = aPlan(aSpec(tasks, { statements }), { minConfidence: 0.45 });

  expect(plan.broken).toHaveLength(2);
  expect(plan.dag.cycles).toHaveLength(1);
});
