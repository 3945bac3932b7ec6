import { estimatePaceMs } from "../../adapters/system/estimate-pace-ms.ts";
import type { SeenRequest } from "../../sandbox/http/request-log.ts";

/** Operations that GitHub counts as new content. */
const contentOperations = new Set([
  "issues/create",
  "issues/create-comment",
  "issues/create-label",
  "issues/add-blocked-by-dependency",
  "pulls/create",
]);

/** The requests of the Action, counted by what they do, most first. */
export function describeTraffic(requests: readonly SeenRequest[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const { operationId } of requests) {
    const name = operationId ?? "unknown";
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts]
    .toSorted(([, a], [, b]) => b - a)
    .map(([name, count]) => `${String(count).padStart(4)}  ${name}`);
}

/** How long these writes would take at the pace that github.com asks for, in words. */
export function describePace(requests: readonly SeenRequest[]): string {
  const kinds = requests
    .filter(({ kind }) => kind === "write")
    .map(({ operationId }) => (contentOperations.has(operationId ?? "") ? "content" : "edit"));
  const seconds = Math.round(estimatePaceMs(kinds) / 1000);
  return seconds < 90 ? `${seconds} s` : `${Math.round(seconds / 60)} min`;
}
