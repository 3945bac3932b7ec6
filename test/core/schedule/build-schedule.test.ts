import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { defaultConfig } from "../../../src/core/config/default-config.ts";
import { parseConfig } from "../../../src/core/config/parse-config.ts";
import type { ResourceId } from "../../../src/core/model/ids.ts";
import type { Plan } from "../../../src/core/model/plan.ts";
import type { Schedule } from "../../../src/core/model/schedule.ts";
import { buildSchedule } from "../../../src/core/schedule/build-schedule.ts";
import { aPlan } from "../../support/a-plan.ts";
import { aSpec } from "../../support/a-spec.ts";
import { aSpecTask } from "../../support/a-spec-task.ts";
import { acyclicGraph } from "../../support/acyclic-graph.ts";
import { anEdge } from "../../support/an-edge.ts";

const migration = { files: [{ path: "db/migrations/x.sql", action: undefined }] } as const;

describe("buildSchedule", () => {
  it("puts a task in the wave after what it depends on", () => {
    //  T001 -> T002 -> T004,  T003 -> T004
    const schedule = buildSchedule(
      aPlan(
        aSpec(
          ["T001", "T002", "T003", "T004"].map((id) => aSpecTask(id)),
          { statements: [anEdge("T002", "T001"), anEdge("T004", "T002 T003")] },
        ),
      ),
    );

    expect(listWaves(schedule)).toEqual(["P1.T001 P1.T003", "P1.T002", "P1.T004"]);
    expect(schedule.longestPath).toEqual(["P1.T001", "P1.T002", "P1.T004"]);
    expect(schedule.width).toEqual({ width: 2, method: "dilworth_matching" });
  });

  it("lets the longest remaining path go first when a wave is full", () => {
    //  T003 -> T004, others alone
    const plan = aPlan(
      aSpec(
        ["T001", "T002", "T003", "T004"].map((id) => aSpecTask(id)),
        { statements: [anEdge("T004", "T003")] },
      ),
      { maxWaveSize: 2 },
    );

    expect(listWaves(buildSchedule(plan))).toEqual(["P1.T001 P1.T003", "P1.T002 P1.T004"]);
  });

  it("parts tasks that need one exclusive resource, and counts the waves without it", () => {
    const tasks = ["T001", "T002", "T003"].map((id) => aSpecTask(id, migration));

    const schedule = buildSchedule(aPlan(aSpec([...tasks, aSpecTask("T004")])));

    expect(listWaves(schedule)).toEqual(["P1.T001 P1.T004", "P1.T002", "P1.T003"]);
    expect(schedule.waves[0]?.resourceUsage).toEqual({ database_migrations: 1 });
    expect(schedule.wavesWithout).toEqual({ database_migrations: 1 });
  });

  it("finds the longest chain of what is left by hours, and the room beside it", () => {
    //  T001 done -> T002 (2) -> T003 (2),  T001 -> T004 (9),  T005 (3) alone
    const hours = [8, 2, 2, 9, 3];
    const tasks = hours.map((each, i) =>
      aSpecTask(`T00${i + 1}`, { ...withHours(each), state: i === 0 ? "done" : "todo" }),
    );
    const statements = [anEdge("T002", "T001"), anEdge("T003", "T002"), anEdge("T004", "T001")];

    const { criticalPath, longestPath } = buildSchedule(aPlan(aSpec(tasks, { statements })));

    expect(longestPath).toEqual(["P1.T001", "P1.T002", "P1.T003"]);
    expect(criticalPath).toEqual({
      hours: 9,
      tasks: ["P1.T004"],
      slackHours: { "P1.T002": 5, "P1.T003": 5, "P1.T004": 0, "P1.T005": 6 },
    });
  });

  it("has slack that a task can be put off by, and no more", () => {
    fc.assert(
      fc.property(anyPlan(), fc.nat(8), (plan, pick) => {
        const left = plan.tasks.filter(({ state }) => state !== "done");
        const late = left[pick % Math.max(1, left.length)];
        if (late === undefined) return;
        const { hours, slackHours } = buildSchedule(plan, undefined, "bare").criticalPath;
        const stretch = (more: number) => {
          const likely = (late.effort?.hours ?? 4) + (slackHours[late.id] ?? 0) + more;
          const tasks = plan.tasks.map((task) =>
            task === late ? { ...task, ...withHours(likely) } : task,
          );
          return buildSchedule({ ...plan, tasks }, undefined, "bare").criticalPath.hours;
        };

        expect(stretch(0)).toBeCloseTo(hours, 9);
        expect(stretch(1)).toBeCloseTo(hours + 1, 9);
      }),
    );
  });

  it("starts from what the boxes say is done or under way", () => {
    //  T001 done -> T002;  T003 runs a migration, T004 wants one
    const plan = aPlan(
      aSpec(
        [
          aSpecTask("T001", { state: "done" }),
          aSpecTask("T002"),
          aSpecTask("T003", { ...migration, state: "in-progress" }),
          aSpecTask("T004", migration),
          aSpecTask("T005"),
        ],
        { statements: [anEdge("T002", "T001"), anEdge("T005", "T002")] },
      ),
    );

    expect(buildSchedule(plan).frontier).toEqual({
      ready: ["P1.T002", "P1.T004"],
      startable: ["P1.T002"],
      waiting: [{ task: "P1.T004", resource: "database_migrations" }],
    });
  });

  it("holds back what is blocked or deferred, and what waits for it", () => {
    //  T001 deferred -> T002;  T003 blocked;  T004 runs
    const plan = aPlan(
      aSpec(
        [
          aSpecTask("T001", { state: "deferred" }),
          aSpecTask("T002"),
          aSpecTask("T003", { state: "blocked" }),
          aSpecTask("T004", { state: "in-progress" }),
          aSpecTask("T005"),
        ],
        { statements: [anEdge("T002", "T001")] },
      ),
    );

    const { frontier, waves, forecast } = buildSchedule(plan);

    expect(frontier).toEqual({ ready: ["P1.T005"], startable: ["P1.T005"], waiting: [] });
    expect(waves.flatMap(({ tasks }) => tasks)).toHaveLength(5);
    expect(forecast?.rolling.p50Hours).toBeGreaterThan(5);
  });

  it("finds a task that needs more than there is, and leaves it and what follows out", () => {
    const { config } = parseConfig("resources:\n  gpu: { capacity: 2, tasks: { T001: 3 } }\n", "k");
    const plan = aPlan(
      aSpec(
        ["T001", "T002", "T003"].map((id) => aSpecTask(id)),
        { statements: [anEdge("T002", "T001")] },
      ),
      config,
    );

    const schedule = buildSchedule(plan);

    expect(schedule.diagnostics).toMatchObject([
      { code: "KS301", severity: "error", at: { line: 11 } },
    ]);
    expect(listWaves(schedule)).toEqual(["P1.T003"]);
  });

  it("is empty while tasks wait for each other", () => {
    const plan = aPlan(
      aSpec([aSpecTask("T001"), aSpecTask("T002")], {
        statements: [anEdge("T001", "T002"), anEdge("T002", "T001")],
      }),
    );

    expect(buildSchedule(plan)).toMatchObject({
      waves: [],
      longestPath: [],
      width: { width: 0 },
    });
  });

  it("gives each of 1,000 tasks that all want one resource a wave of its own", () => {
    const tasks = Array.from({ length: 1000 }, (_, i) => aSpecTask(`T${10_000 + i}`, migration));

    expect(buildSchedule(aPlan(aSpec(tasks))).waves).toHaveLength(1000);
  });

  it("keeps its promises for any plan", () => {
    fc.assert(
      fc.property(anyPlan(), fc.integer({ min: 1, max: 4 }), (plan, maxWaveSize) => {
        const sized = { ...plan, config: { ...plan.config, maxWaveSize } };

        const schedule = buildSchedule(sized, undefined, "bare");

        const waveOf = new Map(schedule.waves.flatMap((w) => w.tasks.map((id) => [id, w.number])));
        expect(waveOf.size).toBe(plan.tasks.length);
        expect(schedule.waves.flatMap(({ tasks }) => tasks)).toHaveLength(plan.tasks.length);
        for (const { from, to } of plan.dag.edges) {
          expect(waveOf.get(from)).toBeLessThan(waveOf.get(to) ?? 0);
        }
        for (const wave of schedule.waves) {
          expect(wave.tasks.length).toBeLessThanOrEqual(maxWaveSize);
          for (const { id, capacity } of plan.resources) {
            const members = plan.tasks.filter((task) => wave.tasks.includes(task.id));
            const needs = members.flatMap((task) => task.needs.filter((n) => n.resource === id));
            const units = needs.reduce((sum, need) => sum + need.units, 0);
            expect(units).toBeLessThanOrEqual(capacity);
            expect(wave.resourceUsage[id] ?? 0).toBe(units);
          }
          expect(wave.tasks.filter((id) => ["P1.T001", "P1.T002"].includes(id))).not.toHaveLength(
            2,
          );
          expect(wave.resourceUsage["cpu_cores" as ResourceId] ?? 0).toBeLessThanOrEqual(3);
        }
      }),
    );
  });

  it("groups tasks of about the same length where a wave is too full for all", () => {
    // two long and two short ones, two a wave: 8 h + 2 h rather than 8 h + 8 h
    const tasks = [8, 2, 8, 2].map((hours, i) => aSpecTask(`T00${i + 1}`, withHours(hours)));

    const schedule = buildSchedule(aPlan(aSpec(tasks), { maxWaveSize: 2 }));

    expect(listWaves(schedule)).toEqual(["P1.T001 P1.T003", "P1.T002 P1.T004"]);
  });

  it("opens the next wave when the quorum set is reached", () => {
    const tasks = ["T001", "T002", "T003", "T004", "T005"].map((id) => aSpecTask(id));

    const [wave] = buildSchedule(aPlan(aSpec(tasks), { barrierQuorum: 0.8 })).waves;

    expect(wave?.quorum).toBe(4);
  });

  it("is the same in whatever order the plan lists its tasks and edges", () => {
    const shuffled = anyPlan().chain((plan) =>
      fc.tuple(
        fc.constant(plan),
        fc.shuffledSubarray([...plan.tasks], { minLength: plan.tasks.length }),
        fc.shuffledSubarray([...plan.dag.reduced], { minLength: plan.dag.reduced.length }),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([plan, tasks, reduced]) => {
        const other = { ...plan, tasks, dag: { ...plan.dag, reduced } };

        const expected = { ...buildSchedule(plan), estimates: expect.anything() };
        expect(buildSchedule(other)).toEqual(expected);
      }),
      { numRuns: 25 },
    );
  });

  it("has the same figures, waves and order in whatever order the lines of the spec stand", () => {
    const moved = anyPlan().chain((plan) =>
      fc.tuple(
        fc.constant(plan),
        fc.shuffledSubarray(
          plan.tasks.map(({ line }) => line),
          { minLength: plan.tasks.length },
        ),
      ),
    );
    fc.assert(
      fc.property(moved, ([plan, lines]) => {
        const tasks = plan.tasks.map((task, at) => ({ ...task, line: lines[at] ?? 0 }));

        expect(sortById(buildSchedule({ ...plan, tasks }))).toEqual(sortById(buildSchedule(plan)));
      }),
      { numRuns: 25 },
    );
  });
});

/** A schedule whose lists that follow the document are sorted by ID; all else as it is. */
function sortById(schedule: Schedule) {
  const byTask = <Item>(items: readonly Item[] | undefined) =>
    items?.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  const { waves, frontier, parallelGroups, forecast, limits } = schedule;
  return {
    ...{ ...schedule, estimates: undefined },
    waves: waves.map((wave) => ({ ...wave, tasks: byTask(wave.tasks) })),
    frontier: { ...frontier, ready: byTask(frontier.ready) },
    limits: limits.map((limit) => ({ ...limit, units: byTask(limit.units) })),
    parallelGroups: byTask(
      parallelGroups.map(({ after, tasks }) => ({ after: byTask(after), tasks: byTask(tasks) })),
    ),
    forecast: { ...forecast, tasks: byTask(forecast?.tasks) },
    diagnostics: byTask(schedule.diagnostics.map(({ at: _, ...finding }) => finding)),
  };
}

function listWaves({ waves }: ReturnType<typeof buildSchedule>): readonly string[] {
  return waves.map(({ tasks }) => tasks.join(" "));
}

function withHours(hours: number) {
  const parts = { development: undefined, testing: undefined, review: undefined };
  const range = { hours, minHours: hours, maxHours: hours };
  return { effort: { ...range, points: undefined, parts, text: `${hours}h` } };
}

/** Plans without cycles, whose tasks contend for all kinds of things; T001 and T002 must not overlap. */
function anyPlan(): fc.Arbitrary<Plan> {
  const need = fc.record({
    migrates: fc.boolean(),
    hours: fc.nat(9),
    pool: fc.nat(3),
    state: fc.boolean(),
  });
  return acyclicGraph(9).chain(({ count, edges }) =>
    fc.array(need, { minLength: count, maxLength: count }).map((needs) => {
      const ids = needs.map((_, index) => `T${String(index + 1).padStart(3, "0")}`);
      const pool = Object.fromEntries(ids.map((id, index) => [id, needs[index]?.pool ?? 0]));
      const { config } = parseConfig(
        `resources: { pool: { capacity: 3, tasks: ${JSON.stringify(pool)} } }
resource_limits: { max_cpu_cores: 4 }
people: { ada: 1, team: { count: 2, skills: [ada, go] } }
tasks:
  T001: { avoid_concurrent_with: [T002], cpu_cores: 3, skills: [ada] }
  "*": { cpu_cores: 1, skills: [go] }`,
        "keysteps.yml",
      );
      const tasks = ids.map((id, index) =>
        aSpecTask(id, {
          ...(needs[index]?.migrates && migration),
          ...(needs[index]?.hours && withHours(needs[index].hours)),
          state: needs[index]?.state ? "done" : "todo",
        }),
      );
      const statements = edges.map(([from, to]) => anEdge(ids[to] ?? "", ids[from] ?? ""));
      return aPlan(aSpec(tasks, { statements }), { ...defaultConfig, ...config });
    }),
  );
}
