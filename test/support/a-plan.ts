import { defaultConfig } from "../../src/core/config/default-config.ts";
import type { Config } from "../../src/core/model/config.ts";
import type { Plan } from "../../src/core/model/plan.ts";
import type { PlanRecord } from "../../src/core/model/record.ts";
import type { SpecDocument } from "../../src/core/model/spec.ts";
import { buildPlan } from "../../src/core/plan/build-plan.ts";
import { sha256 } from "./sha256.ts";

/** The plan of a spec under default settings, before any apply unless a record is given. */
export function aPlan(
  spec: SpecDocument,
  changes: Partial<Config> = {},
  record: PlanRecord | undefined = undefined,
): Plan {
  return buildPlan(spec, { config: { ...defaultConfig, ...changes }, record, hash: sha256 });
}
