import { recogniseLastPlan } from "../core/artifacts/recognise-last-plan.ts";
import { describePlanChange } from "../core/board/describe-plan-change.ts";
import type { PlanRecord } from "../core/model/record.ts";
import { resemblesRecord } from "../core/sync/resembles-record.ts";
import {
  type CompiledSpec,
  type CompileTools,
  compileSpec,
  type SpecSource,
} from "./compile-spec.ts";

/** A spec from this machine, and the plan that stands where its own will go. */
export interface LocalPlan {
  readonly source: Omit<SpecSource, "record">;
  /** Text of the tasks.json that stands there; `undefined` if there is none. */
  readonly lastTasks: string | undefined;
  /** Whether a file stands in the work tree; repository-relative path. */
  readonly hasFile: (path: string) => Promise<boolean>;
}

/** The plan, and what it changes in the last one: one line a task. */
export interface LocallyPlanned {
  readonly compiled: CompiledSpec;
  readonly changes: readonly string[];
}

/** Specs that stand in no file. */
const pathless = ["description", "stdin"];

/**
 * Plans a spec again over its last plan, so that tasks keep their IDs through edits; nothing is known
 * of issues here.
 */
export async function planLocalSpec(
  { source, lastTasks, hasFile }: LocalPlan,
  tools: CompileTools,
): Promise<LocallyPlanned> {
  const last = recogniseLastPlan(lastTasks ?? "");
  const record = last !== undefined && (await isOfSpec(last)) ? last : undefined;
  const compiled = compileSpec({ ...source, record }, tools);
  return { compiled, changes: record ? describePlanChange(compiled.plan, record) : [] };

  /** By its path, or, where the spec was moved or stands in no file, by its tasks. */
  async function isOfSpec(plan: PlanRecord): Promise<boolean> {
    const isPathless = pathless.includes(plan.specPath);
    if (plan.specPath === source.path && !isPathless) return true;
    const text = source.files.map((file) => file.text).join("\n");
    return resemblesRecord(text, plan) && (isPathless || !(await hasFile(plan.specPath)));
  }
}
