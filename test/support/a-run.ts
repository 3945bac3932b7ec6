import type { ApplyOptions } from "../../src/flows/apply-specs.ts";
import { configPath } from "../../src/flows/config-path.ts";
import { defaultLimits } from "../../src/flows/refuse-large-patch.ts";

/**
 * What an apply is told; what the test says nothing of is as an Action without inputs has it, but for the
 * order of work, which is not looked for: that takes longer than all the rest.
 */
export function aRun(given: Partial<ApplyOptions> = {}): ApplyOptions {
  return {
    specGlobs: ["**/spec.md"],
    configPath,
    overrides: { orderSchedules: 0 },
    limits: defaultLimits,
    adopt: false,
    isDryRun: false,
    ...given,
  };
}
