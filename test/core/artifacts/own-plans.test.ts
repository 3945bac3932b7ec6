import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { readPlan } from "../../../src/core/artifacts/read-plan.ts";
import type { SpecDocument } from "../../../src/core/model/spec.ts";
import { aMadeSpec } from "../../support/a-made-spec.ts";
import { artifactsOf } from "../../support/artifacts-of.ts";
import { sha256 } from "../../support/sha256.ts";

const migration = { path: "db/migrations/001.sql", action: "create" } as const;

describe("validate-plan on plans of its own version", () => {
  it("finds no fault, whatever the spec says", () => {
    fc.assert(
      fc.property(aMadeSpec(), fc.integer({ min: 1, max: 4 }), (spec, size) => {
        const files = artifactsOf(withMigrations(spec, size), {
          maxWaveSize: size,
          maxConcurrentTasks: size,
        });

        const { diagnostics } = readPlan(files, sha256, { version: "1.2.3" });

        const errors = diagnostics.filter(({ severity }) => severity === "error");
        expect(errors.map(({ message }) => message)).toEqual([]);
      }),
      { numRuns: 15 },
    );
  });
});

/** The spec with a migration in every so many tasks. */
function withMigrations(spec: SpecDocument, every: number): SpecDocument {
  const tasks = spec.tasks.map((task, index) =>
    index % every === 0 ? { ...task, files: [...task.files, migration] } : task,
  );
  return { ...spec, tasks };
}
