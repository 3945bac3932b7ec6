import { describe, expect, it } from "@jest/globals";
import { parseConfig } from "../../../src/core/config/parse-config.ts";
import type { SpecTask } from "../../../src/core/model/spec.ts";
import { aPlan } from "../../support/a-plan.ts";
import { aSpec } from "../../support/a-spec.ts";
import { aSpecTask } from "../../support/a-spec-task.ts";

describe("resources of a task", () => {
  it("come from a stated file that a location matches", () => {
    const files = [{ path: "db/migrations/001_orders.sql", action: "create" }] as const;

    expect(needsOf({ files })).toEqual([
      {
        resource: "database_migrations",
        units: 1,
        origin: "stated",
        confidence: 1,
        reason: "touches db/migrations/001_orders.sql",
      },
    ]);
  });

  it("come from the type Deployment", () => {
    expect(needsOf({ type: "Deployment" })).toMatchObject([
      { resource: "deployment_pipeline", origin: "stated" },
    ]);
    expect(needsOf({ type: "Development" })).toEqual([]);
  });

  it("come from a title that says so, as an inference", () => {
    expect(needsOf({ title: "Run the orders migration" })).toMatchObject([
      { resource: "database_migrations", origin: "inferred", confidence: 0.75 },
    ]);
  });

  it("do not come from bare words", () => {
    expect(needsOf({ title: "Migrate config.py to Pydantic" })).toEqual([]);
    expect(needsOf({ title: "Document the migration guide" })).toEqual([]);
  });

  it("come from settings, which may also take one away", () => {
    const settings = [
      "resources:",
      "  database_migrations: { tasks: { T001: 0 } }",
      "  gpu: { capacity: 4, tasks: { P1.T001: 3 } }",
    ].join("\n");

    expect(needsOf({ title: "Run the orders migration" }, settings)).toMatchObject([
      { resource: "gpu", units: 3, origin: "config" },
    ]);
  });

  it("are one a resource, the best founded", () => {
    const files = [{ path: "prisma/migrations/1/up.sql", action: undefined }];

    expect(needsOf({ title: "Add a migration for orders", files })).toMatchObject([
      { resource: "database_migrations", origin: "stated" },
    ]);
  });

  it("are none where settings remove the built-in", () => {
    const settings = "resources:\n  database_migrations: false\n";

    expect(needsOf({ title: "Run the orders migration" }, settings)).toEqual([]);
  });
});

function needsOf(task: Partial<SpecTask>, settings?: string) {
  const { config } = parseConfig(settings, "keysteps.yml");
  return aPlan(aSpec([aSpecTask("T001", task)]), config).tasks[0]?.needs;
}
