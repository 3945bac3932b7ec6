import { describe, expect, it } from "@jest/globals";
import { renderForecastText } from "../../../src/core/board/render-forecast-text.ts";
import { renderGanttChart } from "../../../src/core/board/render-gantt-chart.ts";
import { parseConfig } from "../../../src/core/config/parse-config.ts";
import type { Calendar } from "../../../src/core/model/config.ts";
import type { ResourceId, TaskId } from "../../../src/core/model/ids.ts";
import { buildSchedule } from "../../../src/core/schedule/build-schedule.ts";
import { describeForecast } from "../../../src/entry/cli/describe-forecast.ts";
import { aPlan } from "../../support/a-plan.ts";
import { aSpec } from "../../support/a-spec.ts";
import { aSpecTask } from "../../support/a-spec-task.ts";
import { anEdge } from "../../support/an-edge.ts";

const migration = { files: [{ path: "db/migrations/x.sql", action: undefined }] } as const;

function withHours(hours: number, minHours = hours, maxHours = hours) {
  const parts = { development: undefined, testing: undefined, review: undefined };
  return { effort: { hours, minHours, maxHours, points: undefined, parts, text: `${hours}h` } };
}

describe("the forecast of a plan", () => {
  it("lies between what the spec states as least and as most", () => {
    //  T001 -> T002
    const plan = aPlan(
      aSpec([aSpecTask("T001", withHours(6, 4, 10)), aSpecTask("T002", withHours(6, 4, 10))], {
        statements: [anEdge("T002", "T001")],
      }),
    );

    const forecast = buildSchedule(plan).forecast;

    const { p50Hours = 0, p80Hours = 0, p95Hours = 0 } = forecast?.rolling ?? {};
    expect(p50Hours).toBeGreaterThan(11.5);
    expect(p80Hours).toBeGreaterThan(p50Hours);
    expect(p95Hours).toBeGreaterThan(p80Hours);
    expect(p95Hours).toBeLessThan(20);
    expect(forecast?.waves).toEqual(forecast?.rolling);
    expect(forecast?.tasks.map(({ criticality }) => criticality)).toEqual([1, 1]);
    expect(forecast?.ideal).toMatchObject({ hours: 12, lowerBoundHours: 12 });
  });

  it("stops when mean, P80 and P95 are known well enough, or says that they are not", () => {
    const chain = Array.from({ length: 9 }, (_, i) => aSpecTask(`T00${i + 1}`, withHours(6)));
    const edges = chain.slice(1).map(({ ref }, i) => anEdge(ref, `T00${i + 1}`));
    const known = buildSchedule(aPlan(aSpec(chain, { statements: edges }))).forecast;
    const wild = buildSchedule(aPlan(aSpec([aSpecTask("T001", withHours(6, 0.1, 90))]))).forecast;

    expect(known?.precision).toEqual({ wanted: 0.01, isReached: true });
    expect(known?.runs).toBe(1000);
    for (const { standardErrors: errors, ...hours } of [known?.rolling, known?.waves].flatMap(
      (one) => one ?? [],
    )) {
      expect(errors.p80Hours).toBeGreaterThan(0);
      expect(errors.p80Hours).toBeLessThanOrEqual(0.01 * hours.p80Hours);
      expect(errors.p95Hours).toBeLessThanOrEqual(0.01 * hours.p95Hours);
      expect(errors.meanHours).toBeLessThan(errors.p95Hours);
    }
    expect(wild?.precision.isReached).toBe(false);
    expect(wild?.runs).toBe(2000);
  });

  it("counts only what is left", () => {
    const spec = (state: "done" | "todo") =>
      aSpec([aSpecTask("T001", { ...withHours(6), state }), aSpecTask("T002", withHours(6))], {
        statements: [anEdge("T002", "T001")],
      });

    const [whole, rest] = (["todo", "done"] as const).map(
      (state) => buildSchedule(aPlan(spec(state))).forecast,
    );

    expect(rest?.rolling.p50Hours).toBeLessThan((whole?.rolling.p50Hours ?? 0) - 4);
    expect(rest?.tasks[0]?.finish.p95Hours).toBe(0);
    expect(rest?.sequentialHours).toBeLessThan(whole?.sequentialHours ?? 0);
  });

  it("says what a shared resource costs and what a second one would save", () => {
    const tasks = ["T001", "T002", "T003"].map((id) =>
      aSpecTask(id, { ...migration, ...withHours(6) }),
    );

    const { forecast, parallelGroups } = buildSchedule(aPlan(aSpec([...tasks, aSpecTask("T004")])));

    const [bottleneck] = forecast?.bottlenecks ?? [];
    expect(bottleneck?.resource).toBe("database_migrations");
    expect(bottleneck?.addsHours).toBeGreaterThan(9);
    expect(bottleneck?.oneMoreSavesHours).toBeGreaterThan(4);
    expect(parallelGroups).toEqual([{ after: [], tasks: ["P1.T001", "P1.T004"] }]);
  });

  it("asks of memory what one gigabyte more would bring, through the headroom", () => {
    const tasks = ["T001", "T002"].map((id) => aSpecTask(id, withHours(6)));
    const bottlenecksOf = (settings: string) =>
      buildSchedule(aPlan(aSpec(tasks), parseConfig(settings, "k").config)).forecast?.bottlenecks;
    const task = "tasks: { '*': { memory_mb: 2500 } }";

    const [enough] =
      bottlenecksOf(
        `resource_limits: { max_memory_gb: 4 }\nresource_allocation: { headroom_percent: 0 }\n${task}`,
      ) ?? [];
    const [held] = bottlenecksOf(`resource_limits: { max_memory_gb: 4 }\n${task}`) ?? [];

    expect(enough).toMatchObject({ resource: "memory_mb" });
    expect(enough?.oneMoreSavesHours).toBeGreaterThan(4);
    expect(held).toMatchObject({ resource: "memory_mb", oneMoreSavesHours: 0 });
  });

  it("tells of people who stand in for each other once", () => {
    const skills = ["api", "db", "ui", "ops"];
    const settings = [
      "people:",
      ...skills.map((skill, i) => `  p${i}: { skills: [${skill}, ${skills[(i + 1) % 4]}] }`),
      "tasks:",
      ...Array.from({ length: 12 }, (_, i) => `  T${101 + i}: { skills: [${skills[i % 4]}] }`),
    ].join("\n");
    const tasks = Array.from({ length: 12 }, (_, i) => aSpecTask(`T${101 + i}`, withHours(4)));

    const { forecast } = buildSchedule(aPlan(aSpec(tasks), parseConfig(settings, "k").config));

    expect(forecast?.bottlenecks).toHaveLength(1);
    expect(forecast?.bottlenecks[0]?.resource).toMatch(/^people: /);
    expect(forecast?.bottlenecks[0]?.addsHours).toBeGreaterThan(5);
  });

  it("names no more tasks side by side than there are slots", () => {
    const tasks = ["T001", "T002", "T003"].map((id) => aSpecTask(id));

    const { parallelGroups } = buildSchedule(aPlan(aSpec(tasks), { maxConcurrentTasks: 2 }));

    expect(parallelGroups).toEqual([{ after: [], tasks: ["P1.T001", "P1.T002"] }]);
  });

  it("counts use over the same runs: all of a resource where its turns are all there is, more only where more is under way", () => {
    const turns = (state: "todo" | "in-progress") =>
      aPlan(
        aSpec(
          ["T001", "T002"].map((id) => aSpecTask(id, { ...migration, ...withHours(6), state })),
        ),
        { maxConcurrentTasks: 1 },
      );

    const alone = buildSchedule(turns("todo")).forecast;
    const double = buildSchedule(turns("in-progress")).forecast;

    expect(alone?.usage).toEqual({ database_migrations: expect.closeTo(1, 9) });
    expect(alone?.rolling.utilisation).toBeCloseTo(1, 9);
    expect(double?.usage["database_migrations" as ResourceId]).toBeGreaterThan(1.6);
    expect(double?.rolling.utilisation).toBeGreaterThan(1.6);
  });

  it("takes no longer rolling than in waves, where waves hold something up", () => {
    //  T001 -> T003, T002 alone and long
    const plan = aPlan(
      aSpec(
        [
          aSpecTask("T001", withHours(2)),
          aSpecTask("T002", withHours(8)),
          aSpecTask("T003", withHours(8)),
        ],
        { statements: [anEdge("T003", "T001")] },
      ),
    );

    const forecast = buildSchedule(plan).forecast;

    expect(forecast?.advantage).toBeGreaterThan(0.3);
    expect(forecast?.perWave).toHaveLength(2);
  });

  it("tells of a resource that costs waves though rolling it costs nothing", () => {
    //  T001 -> T003 -> T004 is the long way; T001 and T002 migrate, T002 has time enough
    const tasks = [
      aSpecTask("T001", { ...migration, ...withHours(2) }),
      aSpecTask("T002", { ...migration, ...withHours(2) }),
      aSpecTask("T003", withHours(16)),
      aSpecTask("T004", withHours(16)),
    ];
    const { forecast, waves, wavesWithout } = buildSchedule(
      aPlan(aSpec(tasks, { statements: [anEdge("T003", "T001"), anEdge("T004", "T001")] }), {
        maxWaveSize: 2,
      }),
    );

    expect([waves.length, wavesWithout["database_migrations" as ResourceId]]).toEqual([3, 2]);
    const [bottleneck] = forecast?.bottlenecks ?? [];
    expect(bottleneck?.resource).toBe("database_migrations");
    expect(bottleneck?.addsHours).toBeLessThan(0.05);
    expect(bottleneck?.inWaves.addsWaves).toBe(1);
    expect(bottleneck?.inWaves.addsHours).toBeGreaterThan(1);
  });

  it("counts one more person in every limit that this person belongs to", () => {
    const { config } = parseConfig(
      `people:
  ada: { skills: [backend, database] }
  bob: { skills: [backend] }
tasks:
  T001: { skills: [backend] }
  T002: { skills: [backend] }
  T003: { skills: [database] }
  T004: { skills: [database] }
`,
      "keysteps.yml",
    );
    const ids = ["T001", "T002", "T003", "T004"];
    const spec = aSpec(ids.map((id) => aSpecTask(id, withHours(8))));

    const found = buildSchedule(aPlan(spec, config)).forecast?.bottlenecks ?? [];

    expect(found.map(({ resource }) => resource)).toContain("people: database");
    for (const { oneMoreSavesHours = -1, addsHours } of found) {
      expect(oneMoreSavesHours).toBeGreaterThan(2);
      expect(addsHours).toBeGreaterThanOrEqual(oneMoreSavesHours);
    }
  });

  it("has no one more of tasks that must be kept apart", () => {
    const { config } = parseConfig(
      "tasks: { T001: { avoid_concurrent_with: [T002] } }",
      "keysteps.yml",
    );
    const spec = aSpec(["T001", "T002"].map((id) => aSpecTask(id, withHours(8))));

    const [apart] = buildSchedule(aPlan(spec, config)).forecast?.bottlenecks ?? [];

    expect(apart?.addsHours).toBeGreaterThan(5);
    expect(apart?.oneMoreSavesHours).toBeUndefined();
  });

  it("gives no time to a task of a stated 0 h, and saves none where nothing runs side by side", () => {
    const spec = aSpec([aSpecTask("T001", withHours(0)), aSpecTask("T002", withHours(6))], {
      statements: [anEdge("T002", "T001")],
    });

    const { forecast, estimates } = buildSchedule(aPlan(spec));

    expect(estimates[0]).toEqual({ optimistic: 0, likely: 0, pessimistic: 0 });
    expect(forecast?.sequentialHours).toBeCloseTo(forecast?.rolling.p50Hours ?? 0, 9);
  });

  it("is not there, with the reason, where a task needs more of a machine than it has", () => {
    const { config } = parseConfig(
      "resource_limits: { max_cpu_cores: 4 }\ntasks: { T002: { cpu_cores: 5 } }",
      "keysteps.yml",
    );
    const spec = aSpec(["T001", "T002", "T003"].map((id) => aSpecTask(id)));

    const { forecast, whyNoForecast, waves } = buildSchedule(aPlan(spec, config));

    expect(forecast).toBeUndefined();
    expect(whyNoForecast).toBe(
      "1 of 3 tasks could never start: P1.T002 needs 5 of cpu_cores, of 4",
    );
    expect(waves.flatMap(({ tasks }) => tasks)).toEqual(["P1.T001", "P1.T003"]);
    expect(buildSchedule(aPlan(aSpec([]))).whyNoForecast).toBe("the plan has no tasks");
  });

  it("is the same each time, and not there for a plan that could never end", () => {
    const plan = aPlan(aSpec([aSpecTask("T001", migration), aSpecTask("T002")]));
    const stuck = { ...plan, resources: plan.resources.map((one) => ({ ...one, capacity: 0 })) };

    expect(buildSchedule(plan).forecast).toEqual(buildSchedule(plan).forecast);
    expect(buildSchedule(stuck).forecast).toBeUndefined();
    expect(buildSchedule(aPlan(aSpec([]))).forecast).toBeUndefined();
  });

  it("has dates where the calendar has a start, each end after its start", () => {
    //  T001 done -> T002, T003 alone
    const calendar: Calendar = {
      ...{ start: "2026-12-23", timeZone: "Europe/Berlin", days: [1, 2, 3, 4, 5] },
      hours: [{ from: 540, to: 1020 }],
      holidays: [{ from: "2026-12-24", to: "2027-01-01" }],
    };
    const tasks = [
      aSpecTask("T001", { ...withHours(6), state: "done" }),
      aSpecTask("T002", withHours(6, 4, 10)),
      aSpecTask("T003", withHours(16, 12, 30)),
    ];
    const spec = aSpec(tasks, { statements: [anEdge("T002", "T001")] });

    const { dates } = buildSchedule(aPlan(spec, { calendar })).forecast ?? {};

    expect(dates).toMatchObject({ timeZone: "Europe/Berlin", start: "2026-12-23T09:00+01:00" });
    expect(dates?.rolling?.p50.slice(0, 10)).toBe("2027-01-05");
    expect(dates?.tasks[0]).toBeUndefined();
    for (const timing of [...(dates?.tasks ?? []), ...(dates?.perWave ?? [])]) {
      if (timing === undefined) continue;
      const { startP50, finish } = timing;
      const inOrder = [startP50, finish.p50, finish.p80, finish.p95];
      expect(inOrder.toSorted()).toEqual(inOrder);
    }
    const { forecast: near, diagnostics } = buildSchedule(
      aPlan(aSpec([...tasks, aSpecTask("T004", withHours(900_000))]), { calendar }),
    );
    expect(near?.dates?.rolling).toBeUndefined();
    expect(near?.dates?.tasks.map((one) => one !== undefined)).toEqual([false, true, true, false]);
    expect(diagnostics).toMatchObject([{ code: "KS305", severity: "info" }]);
    expect(buildSchedule(aPlan(spec)).forecast?.dates).toBeUndefined();
    const unset = { ...calendar, start: undefined };
    expect(buildSchedule(aPlan(spec, { calendar: unset })).forecast?.dates).toBeUndefined();
  });
});

describe("a forecast in the middle of the work", () => {
  const tasks = ["T001", "T002", "T003"].map((id) => aSpecTask(id, withHours(6, 4, 10)));
  const plan = aPlan(
    aSpec(tasks, { statements: [anEdge("T002", "T001"), anEdge("T003", "T002")] }),
  );
  const [first, second, third] = plan.tasks.map(({ id }) => id) as [TaskId, TaskId, TaskId];
  const forecast = (
    done: readonly TaskId[],
    started: readonly (readonly [TaskId, number])[] = [],
  ) => buildSchedule(plan, { done: new Set(done), started: new Map(started) }).forecast;

  it("is what boxes in that state would give", () => {
    const states = ["done", "in-progress", "todo"] as const;
    const boxes = plan.tasks.map((task, i) => ({ ...task, state: states[i] ?? "todo" }));

    expect(forecast([first], [[second, 0]])).toEqual(
      buildSchedule({ ...plan, tasks: boxes }).forecast,
    );
  });

  it("shrinks with the hours worked, and ends with the last task", () => {
    const left = [0, 2, 5, 8].map((hours) => forecast([first], [[second, hours]]));
    const p50 = left.map((one) => one?.rolling.p50Hours ?? 0);
    const overdue = forecast([first], [[second, 40]])?.rolling.p50Hours;

    expect(p50.toSorted((a, b) => b - a)).toEqual(p50);
    expect((p50[0] ?? 0) - (p50[1] ?? 0)).toBeCloseTo(2, 0);
    expect(overdue).toBeGreaterThan(6); // the third task is still to be done
    expect(overdue).toBeLessThan(8);
    expect(forecast([first, second, third])?.rolling.p95Hours).toBe(0);
  });

  it("says what may start then", () => {
    const progress = { done: new Set([first]), started: new Map() };

    expect(buildSchedule(plan, progress).frontier.startable).toEqual([second]);
  });

  it("counts open tasks of no hours as open, and the end hangs on the one that it ends with", () => {
    //  T001 (0 h) -> T002 -> T003 (0 h)
    const calendar: Calendar = {
      ...{ start: "2026-12-23", timeZone: "Europe/Berlin", days: [1, 2, 3, 4, 5] },
      ...{ hours: [{ from: 540, to: 1020 }], holidays: [] },
    };
    const statements = [anEdge("T002", "T001"), anEdge("T003", "T002")];
    const build = (hours: number) => {
      const tasks = [0, hours, 0].map((each, at) => aSpecTask(`T00${at + 1}`, withHours(each)));
      const plan = aPlan(aSpec(tasks, { statements }), { calendar });
      return { plan, schedule: buildSchedule(plan) };
    };
    const [some, none] = [build(4), build(0)];

    for (const { plan, schedule } of [some, none]) {
      const { forecast } = schedule;
      expect(forecast?.tasks.map(({ isDone }) => isDone)).toEqual([false, false, false]);
      expect(forecast?.tasks.map(({ criticality }) => criticality)).toEqual([1, 1, 1]);
      expect(forecast?.dates?.tasks[0]?.finish.p95).toBe("2026-12-23T09:00+01:00");
      expect(forecast?.dates?.perWave[0]?.startP50).toBe("2026-12-23T09:00+01:00");
      const text = renderForecastText(plan, schedule).join("\n");
      for (const id of ["T001", "T002", "T003"])
        expect(text).toMatch(new RegExp(`^P1\\.${id} `, "m"));
      expect(forecast && describeForecast(forecast)).toMatch(/^half of the runs end within/);
    }
    expect(some.schedule.forecast && renderGanttChart(some.plan, some.schedule)).toContain("T001");
    expect(renderGanttChart(none.plan, none.schedule)).toBeUndefined();
  });
});
