import { describe, expect, it } from "@jest/globals";
import { aPlan } from "../../../support/a-plan.ts";
import { readSpec } from "../../../support/read-spec.ts";

const planOf = (...rows: readonly string[]) =>
  aPlan(
    readSpec(
      [
        "## Phase 1: All",
        "- [ ] T001 Migrate the orders",
        "- [ ] T002 Deploy the shop (depends on T001)",
        "- [ ] T003 Send the webhook after payment",
        "- [ ] T004 Take the payment and keep the cart",
        "## Temporal Logic Constraints",
        "",
        ...rows,
      ].join("\n"),
    ),
  );
const tell = (plan: ReturnType<typeof planOf>) =>
  plan.constraints.map(({ effect, tasks }) => [effect, ...tasks].join(" "));

describe("a temporal row", () => {
  it.each([
    ["Constraint | Type", "T003 MUST complete before T004 | Order", "order P1.T003 P1.T004"],
    ["Operation A | Operation B | Conflict", "T003 | T004 | Race", "lock P1.T003 P1.T004"],
    ["Operation Group | Rollback", "T003 + T004 | Undo", "group P1.T003 P1.T004"],
    ["Requirement | Trigger | Timeout", "T003 is done | start | 30 minutes", "limit P1.T003"],
    ["Requirement | Trigger | Timeout", "Webhook fires | payment | 5 retries", "check P1.T003"],
    ["Operation Group | Rollback", "Payment and cart update | Undo", "check P1.T004"],
    ["Constraint | Type", "Lights MUST be green before cars move | Order", "check"],
    ["Operation A | Operation B | Conflict", "Session start | Token refresh | Race", "check"],
  ])("%j, %j is %j", (header, row, told) => {
    const width = header.split("|").length;
    const plan = planOf(`| ${header} |`, `|${" --- |".repeat(width)}`, `| ${row} |`);

    expect(tell(plan)).toEqual([told]);
    expect(plan.constraints[0]?.line).toBe(10);
  });

  it("about the product is something to check on the task, and binds nothing", () => {
    const plan = planOf(
      "| Requirement | Trigger | Timeout |",
      "|---|---|---|",
      "| Webhook MUST fire | payment | 30 seconds |",
    );

    expect(plan.tasks.map(({ doneWhen }) => doneWhen)).toEqual([
      [],
      [],
      ["Webhook MUST fire (payment; 30 seconds)"],
      [],
    ]);
    expect(plan.conflicts).toEqual([]);
    expect(plan.dag.edges).toHaveLength(1);
  });
});
