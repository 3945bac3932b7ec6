import { describe, expect, it } from "@jest/globals";
import { grantHolds } from "../../../../src/core/coordinate/holds/grant-holds.ts";
import { diffComments } from "../../../../src/core/coordinate/shown/diff-comments.ts";
import { judgeTaskStates } from "../../../../src/core/coordinate/shown/judge-task-states.ts";
import { renderLiveComment } from "../../../../src/core/coordinate/shown/render-live-comment.ts";
import type { CoordinatedPlan } from "../../../../src/core/model/coordinated-plan.ts";
import type { Hold } from "../../../../src/core/model/hold.ts";
import type { ResourceId, TaskId } from "../../../../src/core/model/ids.ts";
import type { ObservedLane } from "../../../../src/core/model/observed-lane.ts";
import { aFreeze } from "../../../support/a-freeze.ts";
import { aHold } from "../../../support/a-hold.ts";
import { aLane } from "../../../support/a-lane.ts";
import { situationsOf } from "../../../support/situations-of.ts";

const trackingIssue = { number: 50, nodeId: "I_50", databaseId: 1050 };
const lane = aLane(
  {
    A: { issue: "completed" },
    B: { needs: ["db"] },
    C: { needs: ["db"] },
    D: { assignees: ["ada"] },
    E: { after: ["B"] },
  },
  { plan: { trackingIssue } },
);
const [plan] = lane.plans as [CoordinatedPlan];

function contextOf(
  holds: readonly Hold[],
  freezes = [] as ReturnType<typeof aFreeze>[],
  observed = lane,
) {
  const { tasks } = situationsOf(observed, holds);
  const { startable } = grantHolds(tasks, { holds, freezes, now: 0 });
  return {
    tasks,
    context: {
      states: judgeTaskStates(tasks, startable),
      holds,
      freezes,
      since: 1000,
      lane: "octo/shop",
    },
  };
}

function render(...given: Parameters<typeof contextOf>): string {
  const { tasks, context } = contextOf(...given);
  return renderLiveComment(plan, tasks, context);
}

function renderPlan(observed: ObservedLane): string {
  const { tasks, context } = contextOf([], [], observed);
  const [own] = observed.plans as [CoordinatedPlan];
  return renderLiveComment(own, tasks, context);
}

function units(counts: Readonly<Record<string, number>>) {
  return Object.entries(counts).map(([task, count]) => [task as TaskId, count] as const);
}

describe("renderLiveComment", () => {
  it("tells what may start, what is under way, who holds and who waits", () => {
    expect(render([aHold("B", "db", { grantedAt: 120_000 })]).split("\n")).toEqual([
      "<!-- keysteps:live PLAN-1a2b3c4d -->",
      "**1 of 5 tasks are done.**",
      "",
      "**You may start this now:** #2",
      "",
      "**Somebody took it:** #4",
      "",
      "**Could start, but waits its turn on a shared resource, or for a slot, a machine or people:** #3",
      "",
      "1 more wait for other tasks.",
      "",
      "| takes turns | held by | waiting, in this order |",
      "|---|---|---|",
      "| `db` | #2 since 1970-01-01 00:02 UTC | #3 |",
      "",
      expect.stringMatching(/^<!-- keysteps:record .* -->$/),
    ]);
  });

  it("tells what tasks wait for beside resources: who takes it, and who waits", () => {
    const limits = [
      { id: "memory_mb" as ResourceId, capacity: 10, units: units({ A: 9, B: 6, C: 5, D: 4 }) },
      { id: "people: a|b `c` @ada" as ResourceId, capacity: 1, units: units({ C: 1, D: 1 }) },
      { id: "disk_io_mbps" as ResourceId, capacity: 9, units: units({ B: 2, C: 2 }) },
    ];
    const tasks = { A: { issue: "completed" }, B: {}, C: {}, D: { assignees: ["ada"] } } as const;

    const text = renderPlan(aLane(tasks, { plan: { trackingIssue, limits } }));

    expect(text.split("\n").slice(-6)).toEqual([
      "| room | taken | waiting, in this order |",
      "|---|---|---|",
      "| memory\\_mb | 10 of 10 by #2, #4 | #3 |",
      "| people: a\\|b \\`c\\` @&#8203;ada | 1 of 1 by #4 | #3 |",
      "",
      expect.stringMatching(/^<!-- keysteps:record .* -->$/),
    ]);
  });

  it("tells who waits for a slot, and names no more than people read", () => {
    const names = Array.from({ length: 30 }, (_, i) => [`T${i}`, {}] as const);
    const tasks = Object.fromEntries(names);

    const text = renderPlan(aLane(tasks, { plan: { trackingIssue, maxConcurrentTasks: 2 } }));

    expect(text).toMatch(
      /^\| max\\_concurrent\\_tasks \| 2 of 2 by #1, #2 \| #3, .*#22 and 8 more \|$/m,
    );
  });

  it("tells what is frozen by which pull request", () => {
    expect(render([], [aFreeze("db")])).toContain("| `db` | **frozen** by #9 | #2, #3 |");
  });

  it("names a holder of another repository by task and repository", () => {
    const { holder } = aHold("Z", "db");
    const hold = aHold("Z", "db", { holder: { ...holder, repository: "octo/else" } });

    expect(render([hold])).toContain("| Z of octo/else since 1970-01-01 00:00 UTC |");
  });

  it("lists holders by unit, in whatever order they are known", () => {
    const holds = [aHold("C", "db", { unit: 1 }), aHold("B", "db", { unit: 0 })];

    expect(render(holds)).toBe(render(holds.toReversed()));
  });
});

describe("diffComments", () => {
  const { tasks, context } = contextOf([]);
  const body = renderLiveComment(plan, tasks, context);

  it("makes the comment where there is none", () => {
    expect(diffComments(lane, tasks, context)).toEqual([
      { kind: "live-comment", issueNumber: 50, commentId: undefined, body },
    ]);
  });

  it("changes the one that is there, if it says something else", () => {
    const observed = { ...lane, comments: new Map([[plan.id, { id: 9, body: "old" }]]) };

    expect(diffComments(observed, tasks, context)).toMatchObject([{ commentId: 9, body }]);
  });

  it("leaves it alone if it differs in closing blanks only", () => {
    const comments = new Map([[plan.id, { id: 9, body: `${body}\n\n` }]]);

    expect(diffComments({ ...lane, comments }, tasks, context)).toEqual([]);
  });

  it("makes none where the plan has no tracking issue", () => {
    const plans = [{ ...plan, trackingIssue: undefined }];

    expect(diffComments({ ...lane, plans }, tasks, context)).toEqual([]);
  });
});
