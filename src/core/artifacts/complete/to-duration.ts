import type { TaskJson } from "../../model/artifact/task-json.ts";
import type { Task } from "../../model/plan.ts";
import type { HoursEstimate } from "../../model/schedule.ts";
import { roundHours } from "../round-hours.ts";
import type { Filled } from "./inference.ts";

type Duration = NonNullable<TaskJson["duration"]>;

/** The three points that the forecast counts with, in hours; only a stated range, and a stated 0, are not inferred. */
export function toDuration({ effort }: Task, hours: HoursEstimate): Filled<Duration> {
  const value = {
    optimistic: roundHours(hours.optimistic),
    mostLikely: roundHours(hours.likely),
    pessimistic: roundHours(hours.pessimistic),
  };
  if (effort === undefined) {
    const reason = "the spec states no hours; the usual size of a task, with a wide range";
    return { value, inferred: [{ field: "duration", confidence: 0.3, reason }] };
  }
  if (effort.minHours < effort.maxHours || effort.maxHours === 0) return { value, inferred: [] };
  const reason = `"${effort.text}" is one figure; two thirds and five thirds of it are the ends`;
  return { value, inferred: [{ field: "duration", confidence: 0.8, reason }] };
}
