import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { parseConfig } from "../../../../src/core/config/parse-config.ts";
import type { WorkState } from "../../../../src/core/model/spec.ts";
import { buildSchedule } from "../../../../src/core/schedule/build-schedule.ts";
import { seatPeople } from "../../../../src/core/schedule/limits/seat-people.ts";
import { aPlan } from "../../../support/a-plan.ts";
import { aSpec } from "../../../support/a-spec.ts";
import { aSpecTask } from "../../../support/a-spec-task.ts";

describe("the limits of a plan", () => {
  it("let start what fits processors less the headroom", () => {
    const { startable, waiting } = frontierOf([
      "resource_limits: { max_cpu_cores: 10 }",
      "tasks: { T001: { cpu_cores: 4 }, T002: { cpu_cores: 4 }, T003: { cpu_cores: 1 } }",
    ]);

    // 8 of 10 are given out
    expect(startable).toEqual(["P1.T001", "P1.T002"]);
    expect(waiting).toEqual([{ task: "P1.T003", resource: "cpu_cores" }]);
  });

  it("never let headroom rule out a task that the whole machine could run", () => {
    const schedule = scheduleOf([
      "resource_limits: { max_memory_gb: 1 }",
      "tasks: { T001: { memory_mb: 1000 }, T002: { memory_mb: 100 } }",
    ]);

    expect(schedule.diagnostics).toEqual([]);
    expect(schedule.frontier.startable).toEqual(["P1.T001", "P1.T003"]);
  });

  it("keep the headroom from all others where one task takes all that is usable", () => {
    const { capacities, frontier } = scheduleOf([
      "resource_limits: { max_cpu_cores: 16 }",
      "tasks: { T001: { cpu_cores: 16 }, T002: { cpu_cores: 8 }, T003: { cpu_cores: 8 } }",
      "resources: { gpu: { type: exclusive, tasks: [T001] } }",
    ]);

    expect(capacities).toMatchObject({ cpu_cores: 12 });
    expect(frontier.startable).toEqual(["P1.T001"]);
  });

  it("count the largest numbers that settings take as they are", () => {
    const { startable } = frontierOf([
      "max_concurrent_tasks: 1000000000",
      "resource_limits: { max_memory_gb: 900000 }",
      "resource_allocation: { headroom_percent: 0 }",
      "tasks: { '*': { memory_mb: 900000000 } }",
      "people: { ada: 1000000, bob: { count: 1000000, skills: [ada] } }",
      "resources: { gpu: { capacity: 1000000000, tasks: { T001: 1000000000, T002: 1 } } }",
    ]);

    expect(startable).toEqual(["P1.T001"]);
  });

  it("report a task that needs more than the machine has", () => {
    const { diagnostics } = scheduleOf([
      "resource_limits: { max_cpu_cores: 2 }",
      "tasks: { T001: { cpu_cores: 3 } }",
    ]);

    expect(diagnostics).toMatchObject([{ code: "KS301", severity: "error" }]);
    expect(diagnostics[0]?.message).toContain("needs 3 of 'cpu_cores' and there are 2;");
  });

  it("ask nothing of what was begun that is not there any more", () => {
    const { diagnostics, waves, forecast, frontier } = scheduleOf(
      [
        "resource_limits: { max_cpu_cores: 2 }",
        "resources: { gpu: { capacity: 1, tasks: { T001: 5, T002: 5 } } }",
        "tasks: { T001: { cpu_cores: 9 } }",
      ],
      { states: ["done", "in-progress", "todo"], effort: "whole" },
    );

    expect(diagnostics).toEqual([]);
    expect(waves.flatMap(({ tasks }) => tasks)).toHaveLength(3);
    expect(frontier.startable).toEqual(["P1.T003"]);
    expect(forecast?.rolling.p50Hours).toBeGreaterThan(0);
  });

  it("give each task one person who can do all of it", () => {
    const { startable, waiting } = frontierOf([
      "people: { ada: { skills: [api, db] }, bob: { skills: [api] } }",
      "tasks: { T001: { skills: [api] }, T002: { skills: [db, api] }, T003: { skills: [api] } }",
    ]);

    expect(startable).toEqual(["P1.T001", "P1.T002"]);
    expect(waiting).toEqual([{ task: "P1.T003", resource: "people: api" }]);
  });

  it("warn of skills that nobody has, and count nobody for them", () => {
    const { diagnostics, frontier } = scheduleOf([
      "people: { ada: 1 }",
      "tasks: { T001: { skills: [cobol] }, '*': { skills: [ada] } }",
    ]);

    expect(diagnostics).toMatchObject([{ code: "KS302", severity: "warning" }]);
    expect(diagnostics[0]?.message).toContain("P1.T001 asks for someone who can do cobol");
    expect(frontier.startable).toEqual(["P1.T001", "P1.T002"]);
  });

  it("take skills from a task's own entry, else from its text, else from the entry for all", () => {
    const stated = [["API"], ["Api"], [], []];
    const rules = [
      "people: { api: 1, db: 1, all: 1 }",
      "tasks: { T001: { skills: [db] }, '*': { skills: [all] } }",
    ];
    const { config } = parseConfig(rules.join("\n"), "x.yml");
    const tasks = stated.map((skills, i) => aSpecTask(`T00${i + 1}`, { skills }));
    const plan = aPlan(aSpec(tasks), config);

    expect(plan.tasks.map((task) => task.skills)).toEqual([["db"], ["api"], ["all"], ["all"]]);
    expect(buildSchedule(plan).frontier).toMatchObject({
      startable: ["P1.T001", "P1.T002", "P1.T003"],
      waiting: [{ task: "P1.T004", resource: "people: all" }],
    });
  });

  it("tell of open tasks that say no skills, where there are people", () => {
    const rules = ["tasks: { T001: { skills: [api] } }"];
    const { diagnostics } = scheduleOf([...rules, "people: { api: 1 }"]);

    expect(scheduleOf(rules).diagnostics).toEqual([]);
    expect(diagnostics).toMatchObject([{ code: "KS306", severity: "info" }]);
    expect(diagnostics[0]?.message).toContain("2 of 3 open tasks say no skills");
    expect(diagnostics[0]?.message).toContain("P1.T002, P1.T003;");
  });

  it("keep tasks apart from one that avoids them, and not from each other", () => {
    const rules = ["tasks: { T001: { avoid_concurrent_with: [T002, P1.T003, T999, T001] } }"];
    const schedule = scheduleOf(rules);

    expect(schedule.frontier.startable).toEqual(["P1.T001"]);
    expect(schedule.waves.map(({ tasks }) => tasks.join(" "))).toEqual([
      "P1.T001",
      "P1.T002 P1.T003",
    ]);
  });
});

describe("people and skills", () => {
  it("report names to keep apart from that are the task's own or of no task, once for all", () => {
    const find = (tasks: string) =>
      scheduleOf([`tasks: ${tasks}`]).diagnostics.map(({ code, message }) => {
        expect(code).toBe("KS304");
        return message.replace(/ under .*/, "");
      });

    expect(find("{ T001: { avoid_concurrent_with: [T001, P1.T001, T009, T002] } }")).toEqual([
      "Task P1.T001 names itself",
      "Task P1.T001 names itself",
      "Task P1.T001 names 'T009', which is no task of this plan,",
    ]);
    expect(find('{ "*": { avoid_concurrent_with: [T001, T009] } }')).toEqual([
      "The entry '*' names 'T009', which is no task of this plan,",
    ]);
  });

  it("count those who can do several things once", () => {
    const groups = [["x"], ["x", "y"], ["y"]].map((skills) => ({ name: "g", count: 1, skills }));

    const { uses } = seatPeople([["x"], ["x"], ["y"], ["y"]], groups);

    expect(uses.map(({ limit, units }) => [limit.id, limit.capacity, units.size])).toEqual([
      ["people: x", 2, 2],
      ["people: y", 2, 2],
      ["people: x or y", 3, 4],
    ]);
  });

  it("are counted exactly where dozens overlap in a ring", () => {
    const groups = Array.from({ length: 20 }, (_, i) => ({
      ...{ name: `p${i}`, count: 1 },
      skills: [0, 1, 2].map((j) => `s${(i + j) % 20}`),
    }));
    const asked = Array.from({ length: 60 }, (_, at) => [`s${at % 20}`]);

    const { uses, isWhole } = seatPeople(asked, groups);

    expect(isWhole).toBe(true);
    const taken = new Map(uses.map(({ limit }) => [limit.id, 0]));
    const startable = asked.filter((_, at) => {
      const all = uses.filter(({ units }) => units.has(at));
      if (all.some(({ limit }) => (taken.get(limit.id) ?? 0) >= limit.capacity)) return false;
      for (const { limit } of all) taken.set(limit.id, (taken.get(limit.id) ?? 0) + 1);
      return true;
    });
    expect(startable).toHaveLength(20);
    expect(canSeat(startable, groups)).toBe(true);
  });

  it("are never counted more often than there are, and it is said, where sets are too many to look at", () => {
    // skills are the places of a 4 × 4 board; each of the 24 pairs of neighbours is a person's
    const neighbours = [...Array(16).keys()].flatMap((at) => [
      ...(at % 4 < 3 ? [[at, at + 1]] : []),
      ...(at < 12 ? [[at, at + 4]] : []),
    ]);
    const groups = neighbours.map((pair, i) => ({
      ...{ name: `p${i}`, count: 1 },
      skills: pair.map((at) => `s${at}`),
    }));
    const asked = Array.from({ length: 72 }, (_, at) => [`s${at % 16}`]);

    const { uses, isWhole } = seatPeople(asked, groups);

    expect(isWhole).toBe(false);
    const all = uses.find(({ units }) => units.size === 72);
    expect(all?.limit.capacity).toBe(24);
  });

  it("allow just those sets of tasks that can be given to people one by one", () => {
    const skill = fc.constantFrom("a", "b", "c");
    const skills = fc.uniqueArray(skill, { minLength: 1, maxLength: 2 });
    const input = fc.record({
      groups: fc.array(fc.record({ count: fc.nat(2), skills }), { minLength: 1, maxLength: 4 }),
      asked: fc.array(skills, { maxLength: 6 }),
    });
    fc.assert(
      fc.property(input, ({ groups, asked }) => {
        const named = groups.map((group, i) => ({ ...group, name: `g${i}` }));

        const { uses, unskilled } = seatPeople(asked, named);

        const able = asked.filter((_, at) => !unskilled.has(at));
        const fits = uses.every(({ limit, units }) => units.size <= limit.capacity);
        expect(fits).toBe(canSeat(able, named));
        for (const at of unskilled.keys()) {
          expect(named.some((group) => canDo(group, asked[at] ?? []))).toBe(false);
        }
      }),
    );
  });
});

interface Group {
  readonly count: number;
  readonly skills: readonly string[];
}

/** By trying every way. */
function canSeat(
  [first, ...rest]: readonly (readonly string[])[],
  groups: readonly Group[],
): boolean {
  if (first === undefined) return true;
  return groups.some((group, i) => {
    if (group.count === 0 || !canDo(group, first)) return false;
    return canSeat(rest, groups.with(i, { ...group, count: group.count - 1 }));
  });
}

function canDo(group: Group, asked: readonly string[]): boolean {
  return asked.every((skill) => group.skills.includes(skill));
}

function scheduleOf(
  settings: readonly string[],
  {
    states = ["todo", "todo", "todo"],
    effort = "bare",
  }: { states?: readonly WorkState[]; effort?: "bare" | "whole" } = {},
) {
  const { config } = parseConfig(settings.join("\n"), "keysteps.yml");
  const tasks = states.map((state, at) => aSpecTask(`T00${at + 1}`, { state }));
  return buildSchedule(aPlan(aSpec(tasks), config), undefined, effort);
}

function frontierOf(settings: readonly string[]) {
  return scheduleOf(settings).frontier;
}
