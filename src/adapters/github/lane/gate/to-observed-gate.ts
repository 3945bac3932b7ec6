import type { ObservedGate } from "../../../../core/model/observed-lane.ts";
import type { CheckRunData } from "./read-newest-run.ts";

/** A run of the gate in our words: only a completed success is one, and what is neither that nor waiting is `other`. */
export function toObservedGate({
  status,
  conclusion,
  output,
  started_at: startedAt,
}: CheckRunData): ObservedGate {
  return {
    verdict: judgeVerdict(status, conclusion),
    title: output.title ?? "",
    summary: output.summary ?? "",
    // a run that was never started does not grow stale before others
    startedAt: startedAt === null ? Number.MAX_SAFE_INTEGER : Date.parse(startedAt),
  };
}

function judgeVerdict(status: string, conclusion: string | null): ObservedGate["verdict"] {
  if (status === "completed") return conclusion === "success" ? "success" : "other";
  return status === "queued" || status === "in_progress" ? "queued" : "other";
}
