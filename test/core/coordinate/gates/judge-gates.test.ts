import { describe, expect, it } from "@jest/globals";
import { judgeGates } from "../../../../src/core/coordinate/gates/judge-gates.ts";
import type { Grant } from "../../../../src/core/model/decision.ts";
import type { Freeze, Hold } from "../../../../src/core/model/hold.ts";
import type { ObservedLane } from "../../../../src/core/model/observed-lane.ts";
import { aFreeze } from "../../../support/a-freeze.ts";
import { aGate } from "../../../support/a-gate.ts";
import { aHold, aPass } from "../../../support/a-hold.ts";
import { aLane } from "../../../support/a-lane.ts";
import { aPull } from "../../../support/a-pull.ts";
import { situationsOf } from "../../../support/situations-of.ts";

interface Stored {
  readonly holds?: readonly Hold[];
  readonly grants?: readonly Grant[];
  readonly freezes?: readonly Freeze[];
}

function judge(lane: ObservedLane, { holds = [], grants = [], freezes = [] }: Stored = {}) {
  const { tasks, pulls } = situationsOf(lane, holds);
  const shownHolds = [...holds, ...grants.map((grant) => ({ ...aHold("?", "?"), ...grant }))];
  return judgeGates(pulls, { tasks, holds, grants, shownHolds, freezes, gates: lane.gates });
}

/** `success: Its turn` for each pull request. */
function words(lane: ObservedLane, stored: Stored = {}): readonly string[] {
  return judge(lane, stored).map(({ verdict, title }) => `${verdict}: ${title}`);
}

const db = { needs: ["db"] };
const one = (...pulls: Parameters<typeof aPull>[]) => ({ pulls: pulls.map((p) => aPull(...p)) });

describe("judgeGates", () => {
  it("lets what names no task and touches nothing pass at once", () => {
    expect(words(aLane({ A: db }, one([7])))).toEqual(["success: Nothing to wait for"]);
  });

  it("judges open pull requests only", () => {
    const pulls = one([7, { state: "closed" }], [8, { state: "merged" }]);

    expect(words(aLane({ A: db }, pulls))).toEqual([]);
  });

  it("lets a task's work pass when the task holds what it needs", () => {
    const holds = [aHold("A", "db")];

    const [verdict] = judge(aLane({ A: db }, one([7, { closes: [1] }])), { holds });

    expect(verdict).toMatchObject({ verdict: "success", title: "Its turn", holds });
  });

  it("has it wait while another holds it, and tells who and since when", () => {
    const lane = aLane({ A: db, B: db }, one([7, { closes: [2] }]));

    const [verdict] = judge(lane, { holds: [aHold("A", "db", { grantedAt: 60_000 })] });

    expect(verdict?.verdict).toBe("queued");
    expect(verdict?.title).toBe("Waits for db, held by #1");
    expect(verdict?.summary).toContain("- held by #1 since 1970-01-01 00:01 UTC");
    expect(verdict?.summary).toContain("1. #2");
  });

  it.each(["revoking", "revoked"] as const)("lets nothing pass on a hold that is %s", (state) => {
    const lane = aLane({ A: db }, one([7, { closes: [1] }]));

    const [title] = words(lane, { holds: [aHold("A", "db", { state })] });

    expect(title).toBe("queued: Waits for db, held by #1");
  });

  it("needs what is touched beside what is planned", () => {
    const lane = aLane({ A: db }, one([7, { closes: [1], files: ["deploy/x"] }]));
    const held = aHold("A", "db");

    expect(words(lane, { holds: [held] })).toEqual(["queued: Waits for its turn on pipe"]);
    expect(words(lane, { holds: [held, aHold("A", "pipe")] })).toEqual(["success: Its turn"]);
  });

  it("wants a task to be named where something is touched", () => {
    const lane = aLane({ A: {} }, one([7, { files: ["a", "db/1.sql"] }]));

    expect(words(lane)).toEqual(["queued: Touches db/1.sql but names no open task"]);
  });

  it("passes nothing whose files are unknown", () => {
    const lane = aLane({ A: db }, one([7, { closes: [1], files: undefined }]));

    const [title] = words(lane, { holds: [aHold("A", "db")] });

    expect(title).toBe("queued: Its files could not all be read");
  });

  it("has work wait for what its tasks wait for", () => {
    // A -> C, B -> C
    const lane = aLane({ A: {}, B: {}, C: { after: ["A", "B"] } }, one([7, { closes: [3] }]));

    expect(words(lane)).toEqual(["queued: Waits for #1, #2"]);
  });

  it("counts as done what the same pull request closes", () => {
    // A -> B
    const lane = aLane({ A: {}, B: { after: ["A"] } }, one([7, { closes: [1, 2] }]));

    expect(words(lane)).toEqual(["success: Nothing to wait for"]);
  });

  it("keeps the work of a closed task out that would need its turn", () => {
    const closed = { ...db, issue: "completed" } as const;
    const lane = aLane({ A: closed, B: { issue: "completed" } }, one([7, { closes: [1, 2] }]));

    expect(words(lane)).toEqual(["queued: Closes #1, which is closed already"]);
  });

  it("lets the work of a closed task pass that needs nothing", () => {
    const lane = aLane({ A: { issue: "completed" } }, one([7, { closes: [1] }]));

    expect(words(lane)).toEqual(["success: Nothing to wait for"]);
  });

  it("shuts the gate of a holder, too, while a resource is frozen", () => {
    const lane = aLane({ A: db }, one([7, { closes: [1] }], [8]));

    const titles = words(lane, { holds: [aHold("A", "db")], freezes: [aFreeze("db")] });

    expect(titles).toEqual(["queued: db is frozen by octo/shop#9", "success: Nothing to wait for"]);
  });

  it("counts what is given in this pass from the next one on", () => {
    const lane = aLane({ A: db }, one([7, { closes: [1] }]));
    const { id: _, state: __, passes: ___, ...grant } = aHold("A", "db");

    expect(judge(lane, { grants: [grant] })).toMatchObject([
      { verdict: "queued", awaits: "grant" },
    ]);
  });

  describe("with two pull requests for one task", () => {
    const lane = (gates: ObservedLane["gates"] = new Map()) =>
      aLane({ A: db }, { ...one([7, { closes: [1] }], [8, { closes: [1] }]), gates });

    it("lets the first pass only", () => {
      expect(words(lane(), { holds: [aHold("A", "db")] })).toEqual([
        "success: Its turn",
        "queued: Waits for #7, which goes first",
      ]);
    });

    it("stays with the one that has passed, whatever GitHub shows", () => {
      const holds = [aHold("A", "db", { passes: [aPass(8, "an older head")] })];

      expect(words(lane(), { holds })).toEqual([
        "queued: Waits for #8, which goes first",
        "success: Its turn",
      ]);
    });

    it("lets both pass if they need nothing", () => {
      const plain = aLane({ A: {} }, one([7, { closes: [1] }], [8, { closes: [1] }]));

      expect(words(plain)).toEqual([
        "success: Nothing to wait for",
        "success: Nothing to wait for",
      ]);
    });
  });

  describe("while another gate stands open on the same", () => {
    // #8 passed when it needed nothing; since then it closes B
    const pulls = one([7, { closes: [1] }], [8, { closes: [2] }]);
    const gates = new Map([["sha-8", aGate("success")]]);
    const holds = [aHold("A", "db")];

    it("waits until that one has fallen", () => {
      expect(judge(aLane({ A: db, B: db }, { ...pulls, gates }), { holds })).toMatchObject([
        { verdict: "queued", awaits: "fall", title: "Waits until the gate of #8 is shut again" },
        { verdict: "queued", title: "Waits for db, held by #1" },
      ]);
    });

    it("stands if it stood before", () => {
      const both = new Map([...gates, ["sha-7", aGate("success")] as const]);

      expect(words(aLane({ A: db, B: db }, { ...pulls, gates: both }), { holds })[0]).toBe(
        "success: Its turn",
      );
    });

    it("passes beside it if there are units for both", () => {
      const seats = { needs: ["seats"] };
      const held = [aHold("A", "seats"), aHold("B", "seats", { unit: 1 })];

      const titles = words(aLane({ A: seats, B: seats }, { ...pulls, gates }), { holds: held });

      expect(titles).toEqual(["success: Its turn", "success: Its turn"]);
    });
  });

  it("judges a pull request that names tasks of two plans by both", () => {
    const first = aLane({ A: db, B: {} }, one([7, { closes: [1, 2] }]));
    const [plan] = first.plans;
    if (!plan) throw new Error("a lane has a plan");
    const [a, b] = plan.tasks;
    if (!a || !b) throw new Error("the plan has two tasks");
    const plans = [
      { ...plan, tasks: [a] },
      { ...plan, id: "PLAN-2" as typeof plan.id, tasks: [{ ...b, needs: a.needs }] },
    ];

    expect(words({ ...first, plans }, { holds: [aHold("A", "db")] })).toEqual([
      "success: Its turn",
    ]);
    expect(words({ ...first, plans }, { holds: [aHold("B", "db")] })).toEqual([
      "queued: Waits for db, held by B of octo/shop",
    ]);
  });
});
