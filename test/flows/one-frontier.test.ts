import { expect, it } from "@jest/globals";
import fc from "fast-check";
import { readCoordinatedPlans } from "../../src/core/artifacts/read-coordinated-plans.ts";
import { grantHolds } from "../../src/core/coordinate/holds/grant-holds.ts";
import type { Config } from "../../src/core/model/config.ts";
import type { CoordinatedPlan } from "../../src/core/model/coordinated-plan.ts";
import type { Hold } from "../../src/core/model/hold.ts";
import type { TaskId } from "../../src/core/model/ids.ts";
import type { Plan, Task } from "../../src/core/model/plan.ts";
import type { SpecDocument } from "../../src/core/model/spec.ts";
import { buildSchedule } from "../../src/core/schedule/build-schedule.ts";
import { renderRecord } from "../../src/core/sync/render-record.ts";
import { listNext } from "../../src/flows/list-next.ts";
import { aHold } from "../support/a-hold.ts";
import { aLane } from "../support/a-lane.ts";
import { aMadeSpec } from "../support/a-made-spec.ts";
import { aPlan } from "../support/a-plan.ts";
import { aRecord } from "../support/a-record.ts";
import { artifactsOf } from "../support/artifacts-of.ts";
import { situationsOf } from "../support/situations-of.ts";

it("planner, forecast, ready_queue, `tasks next` and coordinator let the same tasks begin", () => {
  let waits = 0;
  fc.assert(
    fc.property(aMadeSpec(), anySettings(), (made, config) => {
      const spec = halfFinish(made, config);
      const plan = aPlan(spec, config);
      const files = artifactsOf(spec, config);

      const { frontier, forecast } = buildSchedule(plan);
      const atOnce = forecast?.tasks.filter(({ startP50Hours }) => startP50Hours === 0);
      const next = listNext({ place: "plan", files }).startable;

      const { startable } = frontier;
      const isOpen = ({ id }: { id: TaskId }) =>
        plan.tasks.find((task) => task.id === id)?.state === "todo";
      expect(readQueue(files)).toEqual(startable);
      expect(next.filter(({ waitsFor }) => !waitsFor).map(({ id }) => id)).toEqual(startable);
      expect(coordinate(plan, files)).toEqual(startable);
      if (atOnce !== undefined) {
        expect(sort(atOnce.filter(isOpen).map(({ id }) => id))).toEqual(sort(startable));
      }
      waits += frontier.waiting.length;
    }),
    { numRuns: 15 },
  );
  expect(waits).toBeGreaterThan(15);
});

function anySettings(): fc.Arbitrary<Partial<Config>> {
  return fc
    .record({
      maxConcurrentTasks: fc.integer({ min: 1, max: 6 }),
      cpuCores: fc.constantFrom(undefined, 5),
      builders: fc.integer({ min: 1, max: 4 }),
      avoids: fc.constantFrom([], ["T001"], ["T002", "T003"]),
    })
    .map(({ maxConcurrentTasks, cpuCores, builders, avoids }) => {
      const hint = { cpuCores: 2, memoryMb: 0, diskIoMbps: 0, skills: ["build"], avoids: [] };
      const one = { ...hint, isPreemptible: false };
      return {
        maxConcurrentTasks,
        machine: { cpuCores, memoryMb: undefined, diskIoMbps: undefined },
        people: [{ name: "builders", count: builders, skills: ["build"] }],
        taskHints: { "*": one, T005: { ...one, avoids } },
      };
    });
}

/** The spec with boxes as work leaves them: what is done or under way had all it waits for done. */
function halfFinish(spec: SpecDocument, config: Partial<Config>): SpecDocument {
  const fresh = spec.tasks.map((task) => ({ ...task, state: "todo" as const }));
  const { tasks, dag } = aPlan({ ...spec, tasks: fresh }, config);
  const wanted = new Map(spec.tasks.map(({ line, state }) => [line, state]));
  const before = (id: TaskId) => dag.edges.filter(({ to }) => to === id).map(({ from }) => from);
  const done = new Set<TaskId>();
  const isReady = ({ id }: Task) => before(id).every((from) => done.has(from));
  const isNext = (task: Task) =>
    !done.has(task.id) && wanted.get(task.line) === "done" && isReady(task);
  for (let task = tasks.find(isNext); task; task = tasks.find(isNext)) done.add(task.id);
  const states = new Map(
    tasks.map((task) => {
      if (done.has(task.id)) return [task.line, "done" as const];
      const isBegun = wanted.get(task.line) === "in-progress" && isReady(task);
      return [task.line, isBegun ? ("in-progress" as const) : ("todo" as const)];
    }),
  );
  return {
    ...spec,
    tasks: fresh.map((task) => ({ ...task, state: states.get(task.line) ?? "todo" })),
  };
}

function readQueue(files: ReadonlyMap<string, string>): readonly string[] {
  const { coordinator } = JSON.parse(files.get("coordinator.json") ?? "");
  return coordinator.state_management.frontier_management.ready_queue;
}

/** What the coordinator lets begin where boxes are issues: closed if done, taken if under way. */
function coordinate(plan: Plan, files: ReadonlyMap<string, string>): readonly string[] {
  const refs = plan.tasks.map(({ id }, at) => {
    const ref = { number: at + 1, nodeId: `I_${at + 1}`, databaseId: 1001 + at };
    return [id, ref] as const;
  });
  const issues = new Map(refs);
  const { tasks: recorded, ...record } = aRecord(plan);
  const tasks = recorded.map((task) => ({ ...task, issue: issues.get(task.id) }));
  const folder = new Map([...files].map(([name, text]) => [`plans/a/${name}`, text]));
  folder.set("plans/a/record.json", renderRecord({ ...record, tasks }));
  const [coordinated] = readCoordinatedPlans(folder);
  if (coordinated === undefined) return [];
  const states = new Map(plan.tasks.map(({ id, state }) => [id, state]));
  const lane = aLane(
    Object.fromEntries(
      coordinated.tasks.map(({ id, issue }) => {
        const state = states.get(id);
        const isDone = issue === undefined || state === "done";
        return [
          id,
          {
            issue: isDone ? ("completed" as const) : ("open" as const),
            assignees: state === "in-progress" ? ["ada"] : [],
          },
        ];
      }),
    ),
    { resources: [], plan: renumber(coordinated) },
  );
  const holds = listHolds(coordinated, states);
  const { startable } = grantHolds(situationsOf(lane, holds).tasks, {
    holds,
    freezes: [],
    now: 10_000,
  });
  return [...startable]
    .map((key) => key.replace(/.*\//, ""))
    .filter((id) => states.get(id as TaskId) === "todo");
}

/** The plan with the issues that a lane of its tasks has, by place. */
function renumber(plan: CoordinatedPlan): CoordinatedPlan {
  const tasks = plan.tasks.map((task, at) => ({
    ...task,
    issue: { number: at + 1, nodeId: `I_${at + 1}`, databaseId: 1001 + at },
  }));
  return { ...plan, tasks };
}

/** What tasks under way hold, though it be more than there is. */
function listHolds(
  plan: CoordinatedPlan,
  states: ReadonlyMap<TaskId, Task["state"]>,
): readonly Hold[] {
  return plan.tasks
    .filter(({ id }) => states.get(id) === "in-progress")
    .flatMap(({ id, needs }, at) =>
      needs.flatMap(({ resource, units }) =>
        Array.from({ length: units }, (_, unit) => {
          const { holder } = aHold(id, resource);
          const own = { ...holder, planId: plan.id };
          return aHold(id, resource, { holder: own, unit: 10 * at + unit, id: `${id} ${unit}` });
        }),
      ),
    );
}

function sort(ids: readonly string[]): readonly string[] {
  return ids.toSorted();
}
