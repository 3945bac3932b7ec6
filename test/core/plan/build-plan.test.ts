import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import type { Plan } from "../../../src/core/model/plan.ts";
import { aGroupEdge } from "../../support/a-group-edge.ts";
import { aPhase } from "../../support/a-phase.ts";
import { aPlan } from "../../support/a-plan.ts";
import { aRecord } from "../../support/a-record.ts";
import { aSpec } from "../../support/a-spec.ts";
import { aSpecTask } from "../../support/a-spec-task.ts";
import { aTemporalRow } from "../../support/a-temporal-row.ts";
import { anEdge } from "../../support/an-edge.ts";
import { anEvidence } from "../../support/an-evidence.ts";
import { sha256 } from "../../support/sha256.ts";

const tasks = ["T001", "T002", "T003", "T004"].map((id) => aSpecTask(id));

/** What is wrong with a plan, without notes on how its tasks are cut. */
function faultsOf({ diagnostics }: Plan) {
  return diagnostics.filter(({ severity }) => severity !== "info");
}

describe("buildPlan", () => {
  it("names the plan after the path, or as the record does", () => {
    const plan = aPlan(aSpec(tasks));
    const moved = { ...aSpec(tasks), path: "elsewhere.md" };

    expect(plan.id).toBe(`PLAN-${sha256("specs/shop/tasks.md").slice(0, 8)}`);
    expect(aPlan(moved).id).not.toBe(plan.id);
    expect(aPlan(moved, {}, aRecord(plan)).id).toBe(plan.id);
  });

  it("makes a technical dependency of a task's own statement, with its line", () => {
    const plan = aPlan(aSpec(tasks, { statements: [anEdge("T002", "T001", { line: 33 })] }));

    expect(plan.dependencies).toEqual([
      {
        from: "P1.T001",
        to: "P1.T002",
        type: "technical",
        reason: "T002 depends on T001",
        evidence: [anEvidence(33)],
        confidence: 1,
        isHard: true,
        origin: "stated",
        sharedResource: undefined,
      },
    ]);
  });

  it("ties the last tasks of the earlier group to the first of the later", () => {
    //  phase 1: T001 -> T002     phase 2: T003, T004
    const plan = aPlan(
      aSpec(tasks, {
        groups: [aPhase(1, "T001 T002"), aPhase(2, "T003 T004")],
        statements: [anEdge("T002", "T001"), aGroupEdge(["phase:2"], ["phase:1"])],
      }),
    );

    expect(listArrows(plan)).toEqual([
      "P1.T001 -> P1.T002 technical 1",
      "P1.T002 -> P1.T003 sequential 0.9",
      "P1.T002 -> P1.T004 sequential 0.9",
    ]);
    expect(plan.dag.soft).toEqual([]);
  });

  it("does not take a doubtful statement for the order inside a group", () => {
    //  phase 1: T001 -> T002, hardly sure; both must come before phase 2
    const plan = aPlan(
      aSpec(tasks, {
        groups: [aPhase(1, "T001 T002"), aPhase(2, "T003")],
        statements: [
          anEdge("T002", "T001", { confidence: 0.5 }),
          aGroupEdge(["phase:2"], ["phase:1"]),
        ],
      }),
    );

    expect(plan.dag.reduced).toEqual([
      ["P1.T001", "P1.T003"],
      ["P1.T002", "P1.T003"],
    ]);
  });

  it("takes phases that only follow each other for a soft guess", () => {
    const plan = aPlan(
      aSpec(tasks, { groups: [aPhase(1, "T001 T002"), aPhase(2, ""), aPhase(3, "T003 T004")] }),
    );

    expect(plan.dag.edges).toEqual([]);
    expect(plan.dag.soft).toHaveLength(4);
    expect(plan.dag.soft[0]).toMatchObject({ isHard: false, confidence: 0.5, origin: "inferred" });
  });

  it("takes waves that only follow each other for a soft guess, whatever the least confidence", () => {
    const statements = [anEdge("T002", "T001", { confidence: 0.5, basis: "waves" })];

    const plan = aPlan(aSpec(tasks, { statements }), { minConfidence: 0.5 });

    expect(plan.dag.edges).toEqual([]);
    expect(plan.dag.soft).toMatchObject([{ type: "sequential", origin: "inferred" }]);
  });

  it("guesses nothing from the order of phases or waves for a task that waits for nothing", () => {
    const { text, path, line, column, evidence } = anEdge("T004", "T001");
    const none = { kind: "none" as const, owner: "T004", text, path, line, column, evidence };
    const waves = anEdge("T003 T004", "T001 T002", { confidence: 0.5, basis: "waves" });
    const groups = [aPhase(1, "T001 T002"), aPhase(2, "T003 T004")];

    for (const statements of [[waves, none], [none]]) {
      const { dag } = aPlan(aSpec(tasks, { groups, statements }));

      expect(dag.soft.map(({ from, to }) => [from, to])).toEqual([
        ["P1.T001", "P1.T003"],
        ["P1.T002", "P1.T003"],
      ]);
    }
  });

  it("holds nothing up for a wish about phases", () => {
    const wish = { ...aGroupEdge(["phase:2"], ["phase:1"]), confidence: 0.4 };

    const plan = aPlan(
      aSpec(tasks, { groups: [aPhase(1, "T001"), aPhase(2, "T002")], statements: [wish] }),
      { minConfidence: 0.3 },
    );

    expect(plan.dag.edges).toEqual([]);
    expect(plan.dag.soft).toHaveLength(1);
  });

  it("keeps the strongest of several statements on one pair", () => {
    const plan = aPlan(
      aSpec(tasks, {
        groups: [aPhase(1, "T001"), aPhase(2, "T002")],
        statements: [
          aGroupEdge(["phase:2"], ["phase:1"]),
          anEdge("T002", "T001"),
          anEdge("T001", "T001"),
        ],
      }),
    );

    expect(listArrows(plan)).toEqual(["P1.T001 -> P1.T002 technical 1"]);
  });

  it("leaves what is said with too little confidence out of the graph", () => {
    const statements = [anEdge("T002", "T001", { confidence: 0.6 })];

    const plan = aPlan(aSpec(tasks, { statements }));

    expect(plan.dag.edges).toEqual([]);
    expect(plan.dag.lowConfidence).toHaveLength(1);
    expect(aPlan(aSpec(tasks, { statements }), { minConfidence: 0.5 }).dag.edges).toHaveLength(1);
  });

  it("names a cycle, its lines and its weakest link", () => {
    const plan = aPlan(
      aSpec(tasks, {
        statements: [
          anEdge("T002", "T001", { line: 31 }),
          anEdge("T003", "T002", { line: 32, confidence: 0.8 }),
          anEdge("T001", "T003", { line: 33 }),
        ],
      }),
    );

    expect(plan.dag.cycles).toEqual([["P1.T001", "P1.T002", "P1.T003"]]);
    expect(plan.dag.order).toEqual([]);
    expect(faultsOf(plan)).toHaveLength(1);
    expect(faultsOf(plan)[0]).toMatchObject({
      code: "KS201",
      severity: "error",
      at: { path: "specs/shop/tasks.md", line: 32 },
    });
    expect(faultsOf(plan)[0]?.message).toContain("T001 → T002 → T003 → T001");
    expect(faultsOf(plan)[0]?.message).toContain("specs/shop/tasks.md:33");
    expect(faultsOf(plan)[0]?.message).toContain("the weakest is T002 → T003");
  });

  it("keeps tasks that need one resource in an order, out of the graph", () => {
    //  T003 -> T002, both and T001 touch migrations
    const files = [{ path: "db/migrations/x.sql", action: undefined }];
    const plan = aPlan(
      aSpec(
        tasks.slice(0, 3).map((task) => ({ ...task, files })),
        { statements: [anEdge("T002", "T003")] },
      ),
    );

    expect(plan.conflicts).toMatchObject([
      {
        resource: "database_migrations",
        tasks: ["P1.T001", "P1.T002", "P1.T003"],
        suggestedOrder: ["P1.T003", "P1.T001", "P1.T002"],
      },
    ]);
    expect(plan.dag.edges).toHaveLength(1);
    expect(plan.dependencies.filter(({ type }) => type === "mutual_exclusion")).toMatchObject([
      { from: "P1.T001", to: "P1.T002", sharedResource: "database_migrations" },
      { from: "P1.T003", to: "P1.T001", sharedResource: "database_migrations" },
    ]);
  });

  it("binds a sequence row whose both ends are tasks", () => {
    const row = aTemporalRow("sequence", "T001", "T002");

    expect(listArrows(aPlan(aSpec(tasks, { temporal: [row] })))).toEqual([
      "P1.T001 -> P1.T002 sequential 1",
    ]);
  });

  it("makes a lock of a mutual exclusion row whose both ends are tasks", () => {
    const row = aTemporalRow("mutual-exclusion", "T001", "T002", {
      cells: ["Cart import", "Price import", "Data integrity"],
    });

    const plan = aPlan(aSpec(tasks, { temporal: [row] }));

    expect(plan.conflicts).toMatchObject([{ resource: "cart_import_or_price_import" }]);
    expect(plan.resources.at(-1)).toMatchObject({ capacity: 1, scope: "plan" });
    expect(listArrows(plan)).toEqual(["P1.T001 -> P1.T002 mutual_exclusion 1"]);
    expect(plan.dag.edges).toEqual([]);
  });

  it("gives the resource that a mutual exclusion row names", () => {
    const row = aTemporalRow("mutual-exclusion", "T001", "T002", {
      cells: ["T001 and database migrations", "T002", "Schema"],
    });

    const plan = aPlan(aSpec(tasks, { temporal: [row] }));

    expect(plan.conflicts).toMatchObject([{ resource: "database_migrations" }]);
  });

  it("makes nothing of rows about the product", () => {
    const rows = [
      aTemporalRow("mutual-exclusion", "", ""),
      aTemporalRow("sequence", "T001", ""),
      aTemporalRow("liveness", "T001", "T002"),
      aTemporalRow("atomicity", "T001", "T002"),
    ];

    const plan = aPlan(aSpec(tasks, { temporal: rows }));

    expect(plan.dependencies).toEqual([]);
    expect(plan.conflicts).toEqual([]);
  });

  it("gives each task one feature, those without a group that of the spec", () => {
    const groups = [aPhase(1, "T001 T002", { title: "Setup", priority: "high" })];
    const grouped = tasks.map((task, i) => (i < 2 ? { ...task, groupId: "phase:1" } : task));

    const plan = aPlan(aSpec(grouped, { groups }));

    expect(plan.features).toMatchObject([
      { id: "F001", title: "Setup", priority: "high" },
      { id: "F002", title: "Shop" },
    ]);
    expect(plan.tasks.map(({ featureId }) => featureId)).toEqual(["F001", "F001", "F002", "F002"]);
  });

  it("keeps statements that made no edge, with their lines", () => {
    const where = { path: "specs/shop/tasks.md", line: 5, column: 1, evidence: anEvidence(5) };
    const plan = aPlan(
      aSpec(tasks, {
        statements: [
          { kind: "unresolved", owner: "T001", text: "Depends on: T099", ...where },
          { kind: "external", owner: undefined, text: "Needs the legal team", ...where },
          { kind: "none", owner: "T002", text: "Depends on: none", ...where },
        ],
      }),
    );

    expect(plan.unresolved).toEqual([
      {
        path: "specs/shop/tasks.md",
        line: 5,
        owner: "P1.T001",
        text: "Depends on: T099",
        kind: "unresolved",
      },
      {
        path: "specs/shop/tasks.md",
        line: 5,
        owner: undefined,
        text: "Needs the legal team",
        kind: "external",
      },
    ]);
    expect(plan.explicitNone).toEqual([
      { path: "specs/shop/tasks.md", line: 5, owner: "P1.T002", text: "Depends on: none" },
    ]);
  });

  it("refuses a statement that would make more links than anyone can follow", () => {
    const many = Array.from({ length: 202 }, (_, i) => aSpecTask(`T${1000 + i}`));
    const refs = many.map(({ ref }) => ref);
    const statements = [anEdge(refs.slice(101).join(" "), refs.slice(0, 101).join(" "))];

    const plan = aPlan(aSpec(many, { statements }));

    expect(plan.dependencies).toEqual([]);
    expect(faultsOf(plan)).toMatchObject([{ code: "KS206", severity: "error" }]);
  });

  it("says so when a statement about groups ties nothing, for one of them is empty", () => {
    const plan = aPlan(
      aSpec(tasks, {
        groups: [aPhase(1, ""), aPhase(2, "T001")],
        statements: [aGroupEdge(["phase:2"], ["phase:1"])],
      }),
    );

    expect(faultsOf(plan)).toMatchObject([{ code: "KS207", severity: "warning" }]);
    expect(faultsOf(plan)[0]?.message).toContain("no task stands in phase:1");
  });

  it("finds a task or dependency that no words stand behind", () => {
    const silent = aSpecTask("T001", { evidence: anEvidence(3, { quote: " " }) });
    const statements = [anEdge("T002", "T001", { evidence: anEvidence(9, { quote: "" }) })];

    const plan = aPlan(aSpec([silent, aSpecTask("T002")], { statements }));

    expect(faultsOf(plan).map(({ code }) => code)).toEqual(["KS203", "KS203"]);
  });

  it("doubts boxes and phases that go against the dependencies", () => {
    const [first, second] = [
      aSpecTask("T001", { phase: 2 }),
      aSpecTask("T002", { phase: 1, state: "done" }),
    ];

    const plan = aPlan(aSpec([first, second], { statements: [anEdge("T002", "T001")] }));

    expect(faultsOf(plan)).toMatchObject([
      { code: "KS204", severity: "warning" },
      { code: "KS205", severity: "warning" },
    ]);
  });

  it("hashes what a task says and not where it stands", () => {
    const [a, b, c] = aPlan(
      aSpec([
        aSpecTask("T001", { title: "Same" }),
        aSpecTask("T002", { title: "Same", phase: 4, state: "done" }),
        aSpecTask("T003", { title: "Same", doneWhen: ["It works"] }),
      ]),
    ).tasks;

    expect(a?.contentHash).toBe(b?.contentHash);
    expect(a?.contentHash).not.toBe(c?.contentHash);
  });

  it("is the same in whatever order statements and rows come", () => {
    const statements = [
      anEdge("T002", "T001", { line: 31 }),
      anEdge("T002", "T001", { line: 32, reason: "schema" }),
      anEdge("T003 T004", "T001 T002", { line: 33 }),
      aGroupEdge(["phase:2"], ["phase:1"]),
      anEdge("T004", "T003", { line: 34, confidence: 0.3 }),
    ];
    const temporal = [
      aTemporalRow("mutual-exclusion", "T001", "T003", { line: 40 }),
      aTemporalRow("mutual-exclusion", "T002", "T003", { line: 41 }),
      aTemporalRow("sequence", "T001", "T004", { line: 42 }),
    ];
    const groups = [aPhase(1, "T001 T002"), aPhase(2, "T003 T004")];
    const expected = aPlan(aSpec(tasks, { statements, temporal, groups }));
    const all = { minLength: statements.length };
    fc.assert(
      fc.property(
        fc.shuffledSubarray(statements, all),
        fc.shuffledSubarray(temporal, { minLength: temporal.length }),
        (someStatements, someRows) => {
          const spec = aSpec(tasks, { statements: someStatements, temporal: someRows, groups });

          expect(aPlan(spec)).toEqual(expected);
        },
      ),
    );
  });
});

function listArrows({ dependencies }: Plan): readonly string[] {
  return dependencies.map(
    ({ from, to, type, confidence }) => `${from} -> ${to} ${type} ${confidence}`,
  );
}
