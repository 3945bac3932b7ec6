import type { TaskId } from "../core/model/ids.ts";
import type { RecognisedIssues } from "../core/model/issue.ts";
import {
  type CompiledSpec,
  type CompileTools,
  compileSpec,
  type SpecSource,
} from "./compile-spec.ts";

/**
 * Compiles a spec with what its last apply left. Where a task is only taken for an earlier one because
 * the two are alike, their issue is looked at: one that is closed is finished work, and new work
 * does not take its place. What it might take then is looked at in turn.
 *
 * @param seen The issues of the last apply as they are now; `undefined` before the first.
 */
export function compileKnownSpec(
  source: SpecSource,
  seen: RecognisedIssues | undefined,
  tools: CompileTools,
): CompiledSpec {
  const closed = new Set<TaskId>();
  for (;;) {
    const compiled = compileSpec({ ...source, closed }, tools);
    const alike = compiled.plan.matches.flatMap(({ id, isSame }) => (isSame ? [] : [id]));
    const more = alike.filter((id) => seen?.issues.get(id)?.state === "closed" && !closed.has(id));
    if (more.length === 0) return compiled;
    for (const id of more) closed.add(id);
  }
}
