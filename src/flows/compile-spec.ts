import { renderArtifacts } from "../core/artifacts/render-artifacts.ts";
import { renderTasksMd } from "../core/artifacts/render-tasks-md.ts";
import { parseConfig } from "../core/config/parse-config.ts";
import type { Codebase } from "../core/model/codebase.ts";
import type { Config } from "../core/model/config.ts";
import type { Diagnostic } from "../core/model/diagnostic.ts";
import type { PlanId, TaskId } from "../core/model/ids.ts";
import type { Plan } from "../core/model/plan.ts";
import type { Preset } from "../core/model/preset.ts";
import type { PlanRecord } from "../core/model/record.ts";
import type { Schedule } from "../core/model/schedule.ts";
import type { Secret, SecretiveText } from "../core/model/secret.ts";
import type { TasksLayout } from "../core/model/tasks-layout.ts";
import { buildPlan } from "../core/plan/build-plan.ts";
import { buildSchedule } from "../core/schedule/build-schedule.ts";
import { readSpec } from "../core/spec/read-spec.ts";
import { orderConflicts } from "../core/turns/order-conflicts.ts";
import { configPath } from "./config-path.ts";

/** A spec and all that its plan depends on. */
export interface SpecSource {
  /** Repository-relative path of the file or folder, or `description`. */
  readonly path: string;
  /** The files that make the spec, in reading order. */
  readonly files: readonly SecretiveText[];
  /** When the spec last changed, epoch milliseconds: the time that the artifacts bear. */
  readonly changedAt: number;
  /** Text of the repository's settings, if it has any. */
  readonly configText: string | undefined;
  /** Where that text stands; {@link configPath} if left out. */
  readonly configPath?: string;
  /** The code that the plan fits into; left out where nobody looked at it. */
  readonly codebase?: Codebase | undefined;
  /** Settings that stand above the file's: flags and environment. */
  readonly overrides: Partial<Config>;
  /** What the last apply of this spec left. */
  readonly record: PlanRecord | undefined;
  /** Plan IDs that other specs have; none if left out. */
  readonly takenPlanIds?: readonly PlanId[];
  /** Tasks of the record whose issues are closed; none if left out. */
  readonly closed?: ReadonlySet<TaskId>;
  /** Also writes the plan as a task document (tasks.md) in this layout; not if left out. */
  readonly tasksMd?: TasksLayout;
  /** What T.A.S.K.S v3 wants of a task and the spec does not state is an error, not inferred; no if left out. */
  readonly isStrict?: boolean;
  /** Which end the plan has in view. */
  readonly preset?: Preset | undefined;
}

/** What takes its time on the way from text to files. */
export type CompileStep = "read" | "plan" | "schedule" | "write";

/** What pure code cannot have by itself. */
export interface CompileTools {
  /** SHA-256 of a text's UTF-8 form, lower-case hex. */
  readonly hash: (text: string) => string;
  /** The secrets in a text, in order, none over another. */
  readonly findSecrets: (text: string) => Promise<readonly Secret[]>;
  /** Version of this program. */
  readonly version: string;
  /** Is told what begins, and of how many tasks once that is known; nobody if left out. */
  readonly tell?: ((step: CompileStep, tasks: number) => void) | undefined;
}

/** A spec made into plan, schedule and files. */
export interface CompiledSpec {
  readonly plan: Plan;
  readonly schedule: Schedule;
  /** Text of each artifact by file name. */
  readonly artifacts: ReadonlyMap<string, string>;
  /** All findings, sorted by place. */
  readonly diagnostics: readonly Diagnostic[];
  /** No finding is an error: the plan may be applied. */
  readonly isOk: boolean;
}

/**
 * Makes a plan of a spec: text → document → plan → schedule → artifacts. Pure: same source, same
 * bytes; secrets of the text stay behind at the first step. Faults in spec and settings come back
 * as findings; the artifacts are written all the same.
 */
export function compileSpec(
  source: SpecSource,
  { hash, version, tell }: Pick<CompileTools, "hash" | "version" | "tell">,
): CompiledSpec {
  const settings = parseConfig(source.configText, source.configPath ?? configPath);
  const config = { ...settings.config, ...source.overrides };
  tell?.("read", 0);
  const spec = readSpec(source.files, source.path);
  tell?.("plan", spec.tasks.length);
  const built = buildPlan(spec, { ...source, config, hash });
  tell?.("schedule", built.tasks.length);
  const schedule = buildSchedule(built);
  const plan = orderConflicts(built, schedule.begins);
  const found = [...settings.diagnostics, ...plan.diagnostics, ...schedule.diagnostics];
  const generatedAt = new Date(source.changedAt).toISOString();
  const input = {
    plan,
    schedule,
    diagnostics: found,
    isStrict: source.isStrict ?? false,
    preset: source.preset,
    generatedAt,
    hash,
    version,
  };
  tell?.("write", built.tasks.length);
  const { files, diagnostics } = renderArtifacts(input);
  const { tasksMd } = source;
  const artifacts =
    tasksMd === undefined
      ? files
      : new Map([...files, ["tasks.md", renderTasksMd({ ...input, spec }, tasksMd)]]);
  const isOk = diagnostics.every((finding) => finding.severity !== "error");
  return { plan, schedule, artifacts, diagnostics, isOk };
}
