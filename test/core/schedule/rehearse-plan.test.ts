import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import type { ResourceId, TaskId } from "../../../src/core/model/ids.ts";
import { LiveFrontier } from "../../../src/core/schedule/live-frontier.ts";
import { type FrontierInput, nextFrontier } from "../../../src/core/schedule/next-frontier.ts";
import { rehearsePlan } from "../../../src/core/schedule/rehearse-plan.ts";
import { acyclicGraph } from "../../support/acyclic-graph.ts";

const db = "db" as ResourceId;

/** A plan by names: whom each waits for, and whether it takes the one unit of `db`. The first is the most urgent. */
function aState(
  tasks: Readonly<Record<string, { after?: readonly string[]; db?: number; state?: string }>>,
  maxConcurrent = 10,
): FrontierInput {
  const names = Object.keys(tasks);
  const idsIn = (wanted: string) =>
    new Set(names.filter((name) => tasks[name]?.state === wanted) as TaskId[]);
  return {
    tasks: names.map((name, at) => {
      const units = tasks[name]?.db ?? 0;
      const needs = units > 0 ? [{ resource: db, units }] : [];
      return { id: name as TaskId, urgency: names.length - at, needs };
    }),
    edges: names.flatMap((name) =>
      (tasks[name]?.after ?? []).map((from) => [from as TaskId, name as TaskId] as const),
    ),
    completed: idsIn("done"),
    started: idsIn("started"),
    capacities: new Map([[db, 1]]),
    maxConcurrent,
  };
}

const hoursOf = (hours: Readonly<Record<string, number>>) =>
  new Map(Object.entries(hours) as [TaskId, number][]);

/** `0 begins A` for each event. */
const words = ({ events }: ReturnType<typeof rehearsePlan>) =>
  events.map(({ atHours, kind, task }) => `${atHours} ${kind} ${task}`);

describe("rehearsePlan", () => {
  it("begins what is ready and fits, and goes on from what is done or under way", () => {
    // A is done; B and C take turns on db; D waits for B
    const state = aState({
      A: { state: "done" },
      B: { after: ["A"], db: 1, state: "started" },
      C: { db: 1 },
      D: { after: ["B"] },
    });

    const run = rehearsePlan(state, hoursOf({ A: 9, B: 2, C: 3, D: 1 }));

    expect(words(run)).toEqual([
      ...["2 finishes B", "2 begins C", "2 begins D", "3 finishes D", "5 finishes C"],
    ]);
    expect(run).toMatchObject({ hours: 5, mostAtOnce: 2, stuck: [] });
  });

  it("opens a wave when enough of the one before is finished", () => {
    const state = aState({ A: {}, B: {}, C: {}, D: {} });
    const hours = hoursOf({ A: 1, B: 5, C: 1, D: 1 });
    const waves = (quorum: number) => [
      { tasks: ["A", "B"], quorum },
      { tasks: ["C", "D"], quorum: 2 },
    ];

    const begins = (quorum: number) =>
      words(rehearsePlan(state, hours, waves(quorum))).filter((line) => / begins [CD]/.test(line));

    expect(begins(2)).toEqual(["5 begins C", "5 begins D"]);
    expect(begins(1)).toEqual(["1 begins C", "1 begins D"]);
  });

  it("names what never begins", () => {
    const state = aState({ A: { db: 2 }, B: { after: ["A"] }, C: {} });

    const run = rehearsePlan(state, hoursOf({ A: 1, B: 1, C: 1 }));

    expect([words(run), run.stuck]).toEqual([
      ["0 begins C", "1 finishes C"],
      ["A", "B"],
    ]);
  });

  it("lets at each moment begin what a new look at everything lets begin, tasks of no time too", () => {
    const anyPlan = acyclicGraph(9).chain(({ count, edges }) =>
      fc.record({
        edges: fc.constant(edges),
        hours: fc.array(fc.nat(2), { minLength: count, maxLength: count }),
        units: fc.array(fc.nat(1), { minLength: count, maxLength: count }),
        slots: fc.integer({ min: 1, max: 4 }),
      }),
    );
    fc.assert(
      fc.property(anyPlan, ({ edges, hours, units, slots }) => {
        const state = aState(
          Object.fromEntries(
            hours.map((_, at) => [
              `T${at}`,
              {
                db: units[at] ?? 0,
                after: edges.flatMap(([from, to]) => (to === at ? [`T${from}`] : [])),
              },
            ]),
          ),
          slots,
        );
        const byName = hoursOf(Object.fromEntries(hours.map((one, at) => [`T${at}`, one])));

        const run = rehearsePlan(state, byName);

        const done = new Set<TaskId>();
        const started = new Set<TaskId>();
        let at = 0;
        for (const { kind, task, atHours } of run.events) {
          expect(atHours).toBeGreaterThanOrEqual(at);
          const now = { ...state, completed: done, started };
          if (kind === "begins") expect(nextFrontier(now).startable).toContain(task);
          if (kind === "begins") started.add(task);
          else done.add(task);
          if (atHours > at) expect(started.has(task)).toBe(true);
          at = atHours;
        }
        expect(done.size).toBe(hours.length);
        expect(words(run)).toEqual(play(state, byName));
      }),
    );
  });
});

/** The same by the frontier that coordinator and queues follow: end by end, the earliest first. */
function play(state: FrontierInput, hours: ReadonlyMap<TaskId, number>): readonly string[] {
  const live = new LiveFrontier(state);
  const ranks = new Map(state.tasks.map(({ id }, rank) => [id, rank]));
  const running = new Map<TaskId, number>();
  const lines: string[] = [];
  for (let now = 0; ; now = Math.min(...running.values())) {
    const ended = [...running].filter(([, end]) => end === now && lines.length > 0);
    for (const [id] of ended.toSorted(([a], [b]) => (ranks.get(a) ?? 0) - (ranks.get(b) ?? 0))) {
      running.delete(id);
      live.complete(id);
      lines.push(`${now} finishes ${id}`);
    }
    for (let id = live.startNext(); id; id = live.startNext()) {
      running.set(id, now + (hours.get(id) ?? 0));
      lines.push(`${now} begins ${id}`);
    }
    if (running.size === 0) return lines;
  }
}
