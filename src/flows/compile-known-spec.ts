import type { TaskId } from "../core/model/ids.ts";
import {
  type CompiledSpec,
  type CompileTools,
  compileSpec,
  type SpecSource,
} from "./compile-spec.ts";
import type { IssueReader } from "./ports.ts";

/**
 * Compiles a spec with what its last apply left. Where a task is only taken for an earlier one because
 * the two are alike, the issues of such are looked up first: one that is closed is finished work, and
 * new work does not take its place. What it might take then is looked up in turn.
 *
 * @throws {GitHubError} if GitHub refuses the look.
 */
export async function compileKnownSpec(
  source: SpecSource,
  issues: IssueReader,
  tools: CompileTools,
): Promise<CompiledSpec> {
  const closed = new Set<TaskId>();
  for (;;) {
    const compiled = compileSpec({ ...source, closed }, tools);
    const more = (await listClosed(compiled, source, issues)).filter((id) => !closed.has(id));
    if (more.length === 0) return compiled;
    for (const id of more) closed.add(id);
  }
}

/** Those of the tasks known again by mere likeness whose issues are closed. */
async function listClosed(
  { plan }: CompiledSpec,
  { record }: SpecSource,
  issues: IssueReader,
): Promise<readonly TaskId[]> {
  const alike = new Set(plan.matches.flatMap(({ id, isSame }) => (isSame ? [] : [id])));
  const asked = (record?.tasks ?? []).flatMap(({ id, issue }) =>
    issue !== undefined && alike.has(id) ? [{ id, issue }] : [],
  );
  if (asked.length === 0) return [];
  const seen = await issues.observe(asked.map(({ issue }) => issue));
  const closed = new Set(
    seen.issues.filter(({ state }) => state === "closed").map(({ nodeId }) => nodeId),
  );
  return asked.flatMap(({ id, issue }) => (closed.has(issue.nodeId) ? [id] : []));
}
