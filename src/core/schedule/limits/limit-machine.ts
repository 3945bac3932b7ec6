import type { Config, TaskHints } from "../../model/config.ts";
import type { ResourceId } from "../../model/ids.ts";
import type { LimitUse } from "./limit.ts";

/** What a machine has, and the name of each of its limits. */
const parts = [
  ["cpuCores", "cpu_cores"],
  ["memoryMb", "memory_mb"],
  ["diskIoMbps", "disk_io_mbps"],
] as const;

/**
 * The limits of the machines, each less the headroom, but never below what one task needs that the
 * whole would cover: headroom slows down, it rules nothing out.
 *
 * @param hints By place of the task.
 */
export function limitMachine(
  hints: readonly (TaskHints | undefined)[],
  { machine, allocation }: Pick<Config, "machine" | "allocation">,
): readonly LimitUse[] {
  return parts.flatMap(([part, name]) => {
    const whole = machine[part];
    if (whole === undefined) return [];
    const units = new Map(
      hints.flatMap((hint, at) => (hint && hint[part] > 0 ? [[at, hint[part]] as const] : [])),
    );
    if (units.size === 0) return [];
    const usable = Math.floor((whole * (100 - allocation.headroomPercent)) / 100);
    let capacity = usable;
    for (const count of units.values()) if (count <= whole) capacity = Math.max(capacity, count);
    return [{ limit: { id: name as ResourceId, kind: "machine" as const, capacity }, units }];
  });
}
