import { renderArtifacts } from "../../src/core/artifacts/render-artifacts.ts";
import type { Config } from "../../src/core/model/config.ts";
import type { SpecDocument } from "../../src/core/model/spec.ts";
import { buildSchedule } from "../../src/core/schedule/build-schedule.ts";
import { orderConflicts } from "../../src/core/turns/order-conflicts.ts";
import { aPlan } from "./a-plan.ts";
import { sha256 } from "./sha256.ts";

/** The files of a spec's plan, text by name, as of a fixed moment. */
export function artifactsOf(
  spec: SpecDocument,
  config: Partial<Config> = {},
  generatedAt = "2026-01-02T03:04:05.000Z",
  isStrict = false,
): ReadonlyMap<string, string> {
  const built = aPlan(spec, config);
  const schedule = buildSchedule(built);
  const plan = orderConflicts(built, schedule.begins);
  const diagnostics = [...plan.diagnostics, ...schedule.diagnostics];
  return renderArtifacts({
    plan,
    schedule,
    diagnostics,
    generatedAt,
    hash: sha256,
    isStrict,
    version: "1.2.3",
  }).files;
}
