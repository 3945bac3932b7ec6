import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import type { ResourceId, TaskId } from "../../../src/core/model/ids.ts";
import { LiveFrontier } from "../../../src/core/schedule/live-frontier.ts";
import { type FrontierInput, nextFrontier } from "../../../src/core/schedule/next-frontier.ts";
import { acyclicGraph } from "../../support/acyclic-graph.ts";

describe("nextFrontier", () => {
  it("tells those that may start from those that wait for a slot", () => {
    const input = anInput({ count: 3, edges: [] }, { maxConcurrent: 2, urgency: [1, 3, 2] });

    expect(nextFrontier(input)).toEqual({
      ready: ["t0", "t1", "t2"],
      startable: ["t1", "t2"],
      waiting: [{ task: "t0", resource: "max_concurrent_tasks" }],
    });
  });

  it("lets a task pass one that waits for a resource", () => {
    const input = anInput({ count: 3, edges: [] }, { needs: [1, 1, 0], capacity: 1 });

    expect(nextFrontier(input)).toMatchObject({
      startable: ["t0", "t2"],
      waiting: [{ task: "t1", resource: "db" }],
    });
  });

  it("gives nothing while more is under way than may be", () => {
    const started = new Set(["t0", "t1"] as TaskId[]);

    expect(
      nextFrontier({ ...anInput({ count: 3, edges: [] }, { maxConcurrent: 1 }), started }),
    ).toMatchObject({ ready: ["t2"], startable: [] });
  });

  it("lets those start that need nothing of what was given out twice", () => {
    const input = anInput(
      { count: 4, edges: [] },
      { needs: [1, 1, 0, 1], states: [1, 1], capacity: 1 },
    );

    expect(nextFrontier(input)).toMatchObject({
      startable: ["t2"],
      waiting: [{ task: "t3", resource: "db" }],
    });
  });

  it("keeps those waiting whose predecessor stands in no list", () => {
    const input = anInput({ count: 1, edges: [] }, {});
    const elsewhere = [["other" as TaskId, "t0" as TaskId]] as const;

    expect(nextFrontier({ ...input, edges: elsewhere }).ready).toEqual([]);
    const completed = new Set(["other" as TaskId]);
    expect(nextFrontier({ ...input, edges: elsewhere, completed }).startable).toEqual(["t0"]);
  });

  it("never lets a task out before its predecessors, nor more units or slots than there are", () => {
    fc.assert(
      fc.property(anyState(), (state) => {
        const { ready, startable, waiting } = nextFrontier(state);

        const open = (id: TaskId) =>
          state.edges.some(([from, to]) => to === id && !state.completed.has(from));
        expect(ready.filter(open)).toEqual([]);
        const both = [...startable, ...waiting.map(({ task }) => task)];
        expect(both.toSorted()).toEqual(ready.toSorted());
        const underWay = state.tasks.filter(
          ({ id }) => state.started.has(id) && !state.completed.has(id),
        );
        const started = state.tasks.filter(({ id }) => startable.includes(id));
        const room = Math.max(0, state.maxConcurrent - underWay.length);
        expect(started.length).toBeLessThanOrEqual(room);
        const count = (tasks: typeof started) =>
          tasks.flatMap(({ needs }) => needs).reduce((sum, { units }) => sum + units, 0);
        const free = (state.capacities.get("db" as ResourceId) ?? 0) - count(underWay);
        expect(count(started)).toBeLessThanOrEqual(Math.max(0, free));
      }),
    );
  });

  it("starts by going down the list once", () => {
    fc.assert(
      fc.property(anyState(), (state) => {
        const { ready, startable, waiting } = nextFrontier(state);

        const running = state.tasks.filter(({ id }) => isRunning(id, state));
        let slots = state.maxConcurrent - running.length;
        let free = (state.capacities.get("db" as ResourceId) ?? 0) - countUnits(running);
        const expected = state.tasks
          .filter(({ id }) => ready.includes(id))
          .toSorted((a, b) => b.urgency - a.urgency)
          .filter(({ needs }) => {
            const units = needs[0]?.units ?? 0;
            if (slots <= 0 || (units > 0 && units > free)) return false;
            slots--;
            free -= units;
            return true;
          });
        expect(startable).toEqual(expected.map(({ id }) => id));
        for (const { task, resource } of waiting) {
          const asked = state.tasks.find(({ id }) => id === task)?.needs[0]?.units ?? 0;
          expect(resource).toBe(asked > 0 && asked > free ? "db" : "max_concurrent_tasks");
        }
      }),
    );
  });
});

describe("a live frontier", () => {
  it("starts after each completion what a new look at everything would start", () => {
    fc.assert(
      fc.property(anyState(), fc.array(fc.nat(), { maxLength: 20 }), (state, picks) => {
        const tasks = state.tasks.toSorted((a, b) => b.urgency - a.urgency);
        const live = new LiveFrontier({ ...state, tasks });
        const completed = new Set(state.completed);
        const started = new Set([...state.started].filter((id) => !completed.has(id)));

        for (const pick of picks) {
          const { startable } = nextFrontier({ ...state, completed, started });
          const begun: TaskId[] = [];
          for (let id = live.startNext(); id; id = live.startNext()) begun.push(id);
          expect(begun).toEqual(startable);
          for (const id of begun) started.add(id);
          const [...running] = started;
          const done = running[pick % running.length];
          if (done === undefined) break;
          live.complete(done);
          started.delete(done);
          completed.add(done);
        }
      }),
    );
  });
});

function isRunning(id: TaskId, { started, completed }: FrontierInput): boolean {
  return started.has(id) && !completed.has(id);
}

function countUnits(tasks: FrontierInput["tasks"]): number {
  return tasks.flatMap(({ needs }) => needs).reduce((sum, { units }) => sum + units, 0);
}

/** Any state of any small plan; more may be under way than there is room for. */
function anyState(): fc.Arbitrary<FrontierInput> {
  return acyclicGraph(8).chain((graph) => {
    const list = (max: number) =>
      fc.array(fc.nat(max), { minLength: graph.count, maxLength: graph.count });
    return fc
      .record({
        urgency: list(3),
        needs: list(2),
        states: list(2),
        maxConcurrent: fc.integer({ min: 1, max: 4 }),
        capacity: fc.nat(3),
      })
      .map((choice) => anInput(graph, choice));
  });
}

interface Choice {
  readonly urgency?: readonly number[];
  /** Units of `db` by node. */
  readonly needs?: readonly number[];
  /** 1 = started, 2 = completed. */
  readonly states?: readonly number[];
  readonly maxConcurrent?: number;
  readonly capacity?: number;
}

function anInput(
  { count, edges }: { count: number; edges: readonly (readonly [number, number])[] },
  { urgency = [], needs = [], states = [], maxConcurrent = 10, capacity = 3 }: Choice,
): FrontierInput {
  const ids = Array.from({ length: count }, (_, index) => `t${index}` as TaskId);
  const db = "db" as ResourceId;
  const idsIn = (state: number) => new Set(ids.filter((_, index) => states[index] === state));
  return {
    tasks: ids.map((id, index) => {
      const units = needs[index] ?? 0;
      return {
        id,
        urgency: urgency[index] ?? 0,
        needs: units > 0 ? [{ resource: db, units }] : [],
      };
    }),
    edges: edges.map(([from, to]) => [`t${from}` as TaskId, `t${to}` as TaskId]),
    completed: idsIn(2),
    started: idsIn(1),
    capacities: new Map([[db, capacity]]),
    maxConcurrent,
  };
}
