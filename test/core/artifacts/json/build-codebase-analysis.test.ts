import { describe, expect, it } from "@jest/globals";
import { buildCodebaseAnalysis } from "../../../../src/core/artifacts/json/build-codebase-analysis.ts";
import { parseConfig } from "../../../../src/core/config/parse-config.ts";
import type { Codebase } from "../../../../src/core/model/codebase.ts";
import { buildPlan } from "../../../../src/core/plan/build-plan.ts";
import { aCodebase } from "../../../support/a-codebase.ts";
import { aSpec } from "../../../support/a-spec.ts";
import { aSpecTask } from "../../../support/a-spec-task.ts";
import { sha256 } from "../../../support/sha256.ts";

const tasks = [
  aSpecTask("T001", { files: [{ path: "db/migrations/2.sql", action: "create" }] }),
  aSpecTask("T002", { title: "Deploy to staging" }),
];

/** Where the resources of a plan are. */
function locate(codebase: Codebase | undefined, settings = "") {
  const { config } = parseConfig(settings, ".github/keysteps.yml");
  const context = { config, record: undefined, codebase, hash: sha256 };
  const { shared_resources = {} } = buildCodebaseAnalysis(buildPlan(aSpec(tasks), context));
  return Object.fromEntries(
    Object.entries(shared_resources).map(([id, { location }]) => [id, location]),
  );
}

describe("where a shared resource is", () => {
  it("is what the code has", () => {
    const codebase = aCodebase({
      paths: ["db/migrations/001_init.sql"],
      texts: new Map([[".github/workflows/cd.yml", "jobs:\n  a:\n    environment: staging\n"]]),
    });

    expect(locate(codebase)).toEqual({
      database_migrations: ["db/migrations/**"],
      deployment_pipeline: [".github/workflows/cd.yml"],
    });
  });

  it("is left out where the code has none, or was not looked at", () => {
    const nowhere = { database_migrations: undefined, deployment_pipeline: undefined };

    expect(locate(aCodebase({ paths: ["src/a.ts"] }))).toEqual(nowhere);
    expect(locate(undefined)).toEqual(nowhere);
  });

  it("is what settings say, where they say it", () => {
    const settings = "resources:\n  database_migrations:\n    location: db/**\n";

    expect(locate(undefined, settings).database_migrations).toEqual(["db/**"]);
  });
});
