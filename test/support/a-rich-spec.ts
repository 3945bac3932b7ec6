import type { SpecDocument } from "../../src/core/model/spec.ts";
import { aGroupEdge } from "./a-group-edge.ts";
import { aPhase } from "./a-phase.ts";
import { aSpec } from "./a-spec.ts";
import { aSpecTask } from "./a-spec-task.ts";
import { anEdge } from "./an-edge.ts";
import { anEvidence } from "./an-evidence.ts";

/**
 * A spec with something for every artifact: two phases, files, criteria, two
 * migrations of which one is inferred, a deployment, an unresolved statement.
 */
export function aRichSpec(changes: Partial<SpecDocument> = {}): SpecDocument {
  const [one, two, three] = ["phase:1", "phase:2", "phase:3"];
  return aSpec(
    [
      aSpecTask("T001", {
        groupId: one,
        title: "Create the orders table",
        state: "done",
        files: [{ path: "db/migrations/001_orders.sql", action: "create" }],
        doneWhen: ["The table exists", "It has an index"],
      }),
      aSpecTask("T002", { groupId: one, title: "Run the prices migration" }),
      aSpecTask("T003", { groupId: two, phase: 2, title: "Show orders", isParallel: true }),
      aSpecTask("T004", { groupId: two, phase: 2, title: "Mail @octocat | see #12 <b>" }),
      aSpecTask("T005", { groupId: three, phase: 3, title: "Deploy to production" }),
    ],
    {
      groups: [
        aPhase(1, "T001 T002", { priority: "critical" }),
        aPhase(2, "T003 T004"),
        aPhase(3, "T005"),
      ],
      statements: [
        anEdge("T003", "T001", { reason: "needs the table" }),
        anEdge("T004", "T003", { confidence: 0.5 }),
        aGroupEdge(["phase:3"], ["phase:2"]),
        {
          kind: "unresolved",
          owner: "T004",
          text: "Depends on: T0<99>",
          path: "specs/shop/tasks.md",
          line: 41,
          column: 1,
          evidence: anEvidence(41),
        },
      ],
      ...changes,
    },
  );
}
