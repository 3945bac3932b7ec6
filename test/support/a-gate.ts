import type { ObservedGate } from "../../src/core/model/observed-lane.ts";

/** A run of the gate as GitHub shows it. */
export function aGate(
  verdict: ObservedGate["verdict"],
  parts: Partial<ObservedGate> = {},
): ObservedGate {
  return { verdict, title: "Some reason", summary: "", startedAt: 4000, ...parts };
}
