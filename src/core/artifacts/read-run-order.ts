import { z } from "zod";
import type { CoordinatedPlan } from "../model/coordinated-plan.ts";
import type { ResourceId, TaskId } from "../model/ids.ts";
import type { RunLimit } from "../model/schedule.ts";
import { parseBranchFile } from "./parse-branch-file.ts";

/** Most units of a limit: what is left of them is counted in 32 bits. */
const maxUnits = 1_000_000_000;

const runLimit = z.object({
  capacity: z.int().min(0).max(maxUnits),
  units: z.record(z.string(), z.int().min(1).max(maxUnits)),
});

const shape = z.object({
  coordinator: z.object({
    state_management: z.object({
      frontier_management: z.object({
        priority_order: z.array(z.string()).catch([]),
        run_limits: z.record(z.string(), runLimit).default({}),
      }),
    }),
  }),
});

/**
 * Reads from a plan's coordinator.json which tasks go first, and what they can run into beside
 * resources and slots. A plan without the file has neither, one of an earlier version may lack either.
 * An order that cannot be read is none, since nothing but fairness hangs on it.
 *
 * @throws {InputError} if the limits cannot be read: more could be begun than there is room for.
 */
export function readRunOrder(
  files: ReadonlyMap<string, string>,
  path: string,
): Pick<CoordinatedPlan, "priority" | "limits"> {
  if (!files.has(path)) return { priority: [], limits: [] };
  const { priority_order: priority, run_limits: limits } = parseBranchFile(shape, files, path)
    .coordinator.state_management.frontier_management;
  return {
    priority: priority as TaskId[],
    limits: Object.entries(limits).map(
      ([id, { capacity, units }]): RunLimit => ({
        id: id as ResourceId,
        capacity,
        units: Object.entries(units) as [TaskId, number][],
      }),
    ),
  };
}
