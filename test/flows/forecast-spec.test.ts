import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { type ForecastRequest, forecastSpec } from "../../src/flows/forecast-spec.ts";
import { renderForecast } from "../../src/flows/render-forecast.ts";
import { sha256 } from "../support/sha256.ts";

const text = `# Shop

- [x] T001 Write the cart in src/cart.ts (6h)
- [ ] T002 Write the checkout in src/checkout.ts (8h) (depends on T001)
- [ ] T003 Write the mails in src/mail.ts (4h)
- [ ] T004 Write the receipt in src/receipt.ts (4h) (depends on T002)
`;

describe("a forecast on request", () => {
  it("begins where the boxes stand", () => {
    const { plan, schedule } = ask();

    expect(listStates(plan)).toEqual(["done", "todo", "todo", "todo"]);
    expect(schedule.forecast?.tasks[0]?.finish.p95Hours).toBe(0);
    expect(schedule.frontier.startable).toEqual(["P0.T002", "P0.T003"]);
  });

  it("is the same in whatever order the lines of the spec stand", () => {
    const needs = ["", "T001", "T001", "", "T003", "T002, T004", "", "T007", "T005"];
    const lines = needs.map((ids, at) => {
      const file = at % 3 === 0 ? `db/migrations/00${at}.sql` : `src/part${at}.ts`;
      const after = ids === "" ? "" : ` (depends on ${ids})`;
      return `- [ ] T00${at + 1} Write ${file} (${2 + (at % 4)}h)${after}`;
    });
    const figures = (shuffled: readonly string[]) => {
      const { schedule } = ask({}, undefined, `# Shop\n\n${shuffled.join("\n")}\n`);
      const { rolling, waves, ideal, bottlenecks } = schedule.forecast ?? {};
      const { priority, begins } = schedule;
      return { rolling, waves, ideal, bottlenecks, priority, begins };
    };
    const asWritten = figures(lines);

    fc.assert(
      fc.property(fc.shuffledSubarray(lines, { minLength: lines.length }), (shuffled) => {
        expect(figures(shuffled)).toEqual(asWritten);
      }),
      { numRuns: 10 },
    );
    expect(asWritten.rolling?.p80Hours).toBeGreaterThan(10);
  });

  it("follows the seed and the schedules that the settings give, and nothing else by chance", () => {
    const crowd = Array.from({ length: 30 }, (_, at) => {
      const number = (id: number) => `T${String(id).padStart(3, "0")}`;
      const after = at < 6 ? "" : ` (depends on ${number(at - 5)}, ${number(1 + ((at * 7) % 6))})`;
      return `- [ ] ${number(at + 1)} Write src/part${at}.ts (${1 + ((at * 5) % 9)}h)${after}`;
    });
    const find = (settings: string) => {
      const { schedule } = ask({}, `max_concurrent_tasks: 3\n${settings}`, crowd.join("\n"));
      return { priority: schedule.priority, p80: schedule.forecast?.rolling.p80Hours };
    };
    const usual = find("");

    expect(find("seed: 1\norder_schedules: 24000")).toEqual(usual);
    expect(find("seed: 2").p80).not.toBe(usual.p80);
    expect(Math.abs((find("seed: 2").p80 ?? 0) - (usual.p80 ?? 0))).toBeLessThan(3);
    expect(find("order_schedules: 0").priority).not.toEqual(usual.priority);
  });

  it("takes more tasks as finished or begun, by either ID", () => {
    const now = ask({ done: ["P0.T003"], started: [{ name: "T002", hours: 6 }] });

    expect(listStates(now.plan)).toEqual(["done", "in-progress", "done", "todo"]);
    const [before = 0, after = 0] = [ask(), now].map(
      ({ schedule }) => schedule.forecast?.rolling.p50Hours,
    );
    expect(before - after).toBeGreaterThan(4);
  });

  it("refuses a task that is begun twice, under whichever ID", () => {
    const started = ["T002", "P0.T002"].map((name, at) => ({ name, hours: 2 + at }));

    expect(() => ask({ started })).toThrow(
      '"P0.T002" is under way: --started gives it 2 h and 3 h',
    );
  });

  it("tells of work under way before its turn, and of what holds more than there is", () => {
    const settings = "resources: { lab: { type: exclusive, tasks: [T002, T003, T004] } }";
    const tell = (...names: readonly string[]) =>
      ask({ started: names.map((name) => ({ name, hours: 0 })) }, settings)
        .diagnostics.filter(({ code }) => code === "KS307")
        .map(({ message, at }) => `${at.line} ${message.split(";")[0]}`);

    expect(tell("T002")).toEqual([]);
    expect(tell("T004")).toEqual(["6 Task P0.T004 is under way though it waits for P0.T002"]);
    expect(tell("T002", "T003")).toEqual([
      "4 Task P0.T002 is under way with P0.T003: they hold 2 of 'lab' and there are 1",
    ]);
  });

  it("begins on the day given, in the hours of the calendar if there is one", () => {
    const start = "2026-03-06T15:00";
    const configText = "calendar: { start: 2025-01-01, time_zone: Europe/Berlin }";

    expect(ask({ start }).schedule.forecast?.dates?.start).toBe("2026-03-06T15:00+00:00");
    expect(ask({ start }, configText).schedule.forecast?.dates?.start).toBe(
      "2026-03-06T15:00+01:00",
    );
    expect(ask({}, configText).schedule.forecast?.dates?.start).toBe("2025-01-01T09:00+01:00");
  });

  it("refuses a name that stands for no task, and a day that does not exist", () => {
    const started = [{ name: "T002", hours: 6 }];
    expect(() => ask({ done: ["T002"], started })).toThrow(
      /^Cannot count 6 h on "T002": it is fin/,
    );
    expect(() => ask({ done: ["T009"] })).toThrow(
      /which task "T009" is.*T001, T002, T003 and more/,
    );
    expect(() => ask({ start: "2026-02-30" })).toThrow(/Cannot begin on "2026-02-30"/);
  });

  it("is told as a table, and as waves.json has it", () => {
    const { text: lines, json } = renderForecast(ask({ start: "2026-03-02" }));

    expect(lines[0]).toMatch(/^PLAN-[0-9a-f]{8}: 4 tasks, 1 finished, 0 under way$/);
    expect(lines.join("\n")).toMatch(
      /^task +begins +P50 +P80 +P95 .*\nP0\.T003 +2026-03-02 09:00 +2026-03-02 13:\d\d .* % +8 h +Write the mails/m,
    );
    expect(lines).toContain("May start now: P0.T002, P0.T003");
    expect(lines).toContain("Critical path, resources left out: 12 h, P0.T002 → P0.T004.");
    expect(lines.join("\n")).toMatch(
      /^Rolling is \d+ % shorter than waves; side by side saves [\d.]+ h of [\d.]+ h one after/m,
    );
    expect(lines.at(-1)).toMatch(
      /^\d+ runs; the mean is known to ± 0\.\d\d h, P80 to ± 0\.\d\d h, P95 to ± 0\.\d\d h\.$/,
    );
    expect(lines.some((line) => line.startsWith("P0.T001"))).toBe(false);
    const { calendar, execution_models } = JSON.parse(json);
    expect(calendar).toEqual({ time_zone: "UTC", start: "2026-03-02T09:00+00:00" });
    expect(execution_models.rolling_frontier.task_forecasts).toHaveLength(4);
  });

  it("says so where a plan could never end", () => {
    const configText = "resources: { gpu: { capacity: 1, tasks: { T003: 2 } } }";
    const forecast = ask({}, configText);

    expect(forecast.diagnostics).toContainEqual(expect.objectContaining({ code: "KS301" }));
    expect(String(renderForecast(forecast).text)).toMatch(
      /No forecast: \d of 4 tasks could never start: P0\.T003 needs 2 of gpu, of 1\./,
    );
  });
});

function ask(
  changes: Partial<Omit<ForecastRequest, "source">> = {},
  configText?: string,
  specText = text,
) {
  const source = {
    ...{ path: "spec.md", files: [{ path: "spec.md", text: specText, secrets: [] }], changedAt: 0 },
    ...{ configText, overrides: {}, record: undefined },
  };
  return forecastSpec(
    { done: [], started: [], start: undefined, ...changes, source },
    { hash: sha256 },
  );
}

function listStates({ tasks }: ReturnType<typeof ask>["plan"]): readonly string[] {
  return tasks.map(({ state }) => state);
}
