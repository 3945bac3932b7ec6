import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { renderTasksMd } from "../../../src/core/artifacts/render-tasks-md.ts";
import type { Plan } from "../../../src/core/model/plan.ts";
import type { SpecDocument } from "../../../src/core/model/spec.ts";
import { type TasksLayout, tasksLayouts } from "../../../src/core/model/tasks-layout.ts";
import { buildSchedule } from "../../../src/core/schedule/build-schedule.ts";
import { aLayeredSpec } from "../../support/a-layered-spec.ts";
import { aMadeSpec } from "../../support/a-made-spec.ts";
import { aPlan } from "../../support/a-plan.ts";
import { aRichSpec } from "../../support/a-rich-spec.ts";
import { aSpec } from "../../support/a-spec.ts";
import { aSpecTask } from "../../support/a-spec-task.ts";
import { aTemporalRow } from "../../support/a-temporal-row.ts";
import { anEdge } from "../../support/an-edge.ts";
import { readSpec } from "../../support/read-spec.ts";
import { sha256 } from "../../support/sha256.ts";

describe.each(tasksLayouts)("the %s layout", (layout) => {
  it("read again gives the same plan", () => {
    fc.assert(
      fc.property(aMadeSpec(), (spec) => {
        const again = readSpec(render(spec, layout));

        expect(tellPlan(aPlan(again))).toEqual(tellPlan(aPlan(spec)));
      }),
      { numRuns: 40 },
    );
  });

  it("written again from what was read, is the same text", () => {
    const once = render(aRichSpec(), layout);
    const twice = render({ ...readSpec(once, "specs/shop/tasks.md"), title: "Shop" }, layout);

    expect(twice).toBe(once);
  });

  it("keeps temporal rows, locks and what is outside of the plan", () => {
    const tasks = ["T001", "T002", "T003"].map((id) => aSpecTask(id, { groupId: undefined }));
    const rows = [
      aTemporalRow("sequence", "T001", "T002", {
        cells: ["T001 MUST complete before T002", "Deploy order", "the schema"],
      }),
      aTemporalRow("mutual-exclusion", "T002", "T003", { cells: ["T002", "T003", "one database"] }),
    ];
    const spec = aSpec(tasks, { temporal: rows });

    const [before, after] = [aPlan(spec), aPlan(readSpec(render(spec, layout)))];

    expect(
      after.constraints.map(({ text, effect, tasks: bound }) => [text, effect, bound]),
    ).toEqual(before.constraints.map(({ text, effect, tasks: bound }) => [text, effect, bound]));
    expect(after.conflicts.map((each) => each.tasks)).toEqual(
      before.conflicts.map((each) => each.tasks),
    );
  });

  it("names each task once and no more than the plan has", () => {
    const spec = readSpec(aLayeredSpec(150));

    const again = aPlan(readSpec(render(spec, layout)));

    expect(again.tasks.map(({ id }) => id)).toEqual(aPlan(spec).tasks.map(({ id }) => id));
    expect(listEdges(again)).toEqual(listEdges(aPlan(spec)));
  });
});

it("counts what it says: tasks, dependencies, hours saved, what is done", () => {
  const text = render(aRichSpec(), "breakdown");

  expect(text).toContain("| **Total Tasks** | 5 |");
  expect(text).toContain("| **Dependencies** | 3 |");
  expect(text).toMatch(/\*\*Time saved\*\*: [\d.]+ hours \(\d+%\)/);
  expect(text).toContain("| Phase 1 | 2 | 1 | In progress |");
  expect(text).toContain("**Prerequisites**: Phase 2 complete");
});

it("sorts tasks by MoSCoW, a task without a priority by its phase, with what it blocks", () => {
  const text = render(aRichSpec(), "temporal");

  expect(text).toContain("### Must have (P0)");
  expect(text).toMatch(/- T001 \(no estimate[^)]*\); blocks T003/);
});

it("tells of each task what it depends on and how risky it is", () => {
  const risks = ["the vendor may be late"];
  const [one, two] = [aSpecTask("T001", { risks }), aSpecTask("T002", { risks: [...risks, "y"] })];
  const text = render(aSpec([one, two], { statements: [anEdge("T002", "T001")] }), "breakdown");

  expect(text).toContain(
    "- T001 (no estimate, critical path, high risk: 1 risk named); blocks T002",
  );
  expect(text).toContain("high risk: 2 risks named); depends on T001");
});

it("does not deny what tasks wait for and take turns on where no table says it", () => {
  const files = [{ path: "a.ts", action: "edit" as const }];
  const tasks = [aSpecTask("T001", { files }), aSpecTask("T002", { files }), aSpecTask("T003")];

  const text = render(aSpec(tasks, { statements: [anEdge("T003", "T001")] }), "temporal");

  expect(text).toContain("No row; what each task waits for stands with the task");
  expect(text).toContain("No row; tasks take turns on 1 resource, see Key Considerations.");
  expect(text).toMatch(/### Key Considerations\n\n- \*\*file\\_a\\_ts\*\*, one task at a time/);
});

it("names no day where none is known", () => {
  for (const layout of tasksLayouts) {
    const text = render(aRichSpec(), layout, "1970-01-01T00:00:00.000Z");

    expect(text).not.toMatch(/1970|Last Updated|Created/);
    expect(text).toContain("| 1.0 | – | Keysteps |");
  }
});

function render(
  spec: SpecDocument,
  layout: TasksLayout,
  generatedAt = "2026-01-02T03:04:05.000Z",
): string {
  const plan = aPlan(spec);
  const schedule = buildSchedule(plan);
  const input = {
    plan,
    schedule,
    spec,
    generatedAt,
    hash: sha256,
    version: "1.2.3",
    isStrict: false,
  };
  return renderTasksMd({ ...input, diagnostics: plan.diagnostics }, layout);
}

function listEdges({ dag }: Plan): readonly string[] {
  return dag.edges.map(({ from, to }) => `${from} ${to}`).sort();
}

/** What must not get lost on the way through the document. */
function tellPlan(plan: Plan) {
  const soft = plan.dag.soft.map(({ from, to }) => `${from} ${to}`).sort();
  return { edges: listEdges(plan), soft, tasks: plan.tasks.map(tellTask) };
}

function tellTask(task: Plan["tasks"][number]) {
  const { id, title, priority, doneWhen, files, effort, state, isParallel, isOptional } = task;
  const { description, notes, owner, needs } = task;
  const hours = [effort?.minHours, effort?.hours, effort?.maxHours];
  return {
    ...{ id, title, priority, doneWhen, files, hours, state, isParallel, isOptional },
    ...{ description, notes, owner, needs: needs.map(({ resource }) => resource) },
    steps: task.subtasks.map((step) => [step.title, step.isDone, step.hours, step.output]),
    checks: task.checks.map(({ command, expects }) => [command, expects]),
  };
}
