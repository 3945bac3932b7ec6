import type { Diagnostic } from "../model/diagnostic.ts";
import type { Plan } from "../model/plan.ts";
import type { Preset } from "../model/preset.ts";
import type { Schedule } from "../model/schedule.ts";

/** All that artifacts are made of. */
export interface ArtifactInput {
  readonly plan: Plan;
  readonly schedule: Schedule;
  /** All findings: of settings, spec, plan and schedule. An error among them makes the plan not ok. */
  readonly diagnostics: readonly Diagnostic[];
  /** Nothing is inferred: what T.A.S.K.S v3 wants and the spec does not state is an error. */
  readonly isStrict: boolean;
  /** Which end the plan has in view; `undefined` adds nothing to what tasks ask for. */
  readonly preset?: Preset | undefined;
  /** ISO 8601; of the spec's last change, so that the same spec gives the same bytes. */
  readonly generatedAt: string;
  /** SHA-256 of a text's UTF-8 form, lower-case hex. */
  readonly hash: (text: string) => string;
  /** Version of this program. */
  readonly version: string;
}
