import type { DependencyJson } from "../../model/artifact/dependency-json.ts";
import type { Dependency } from "../../model/plan.ts";

/** One dependency of tasks.json, with the lines that say it. */
export function buildDependencyJson(dependency: Dependency): DependencyJson {
  const { from, to, type, reason, confidence, isHard, origin, sharedResource } = dependency;
  return {
    from,
    to,
    type,
    reason,
    evidence: dependency.evidence.map((evidence) => ({
      type: sharedResource === undefined ? "doc" : "infrastructure",
      reason: evidence.quote,
      confidence: evidence.confidence,
      path: evidence.path,
      lines: [evidence.startLine, evidence.endLine],
    })),
    confidence,
    isHard,
    origin,
    shared_resource: sharedResource,
  };
}
