import type { Config, TaskHints } from "../../model/config.ts";
import type { ResourceId } from "../../model/ids.ts";
import type { LimitUse } from "./limit.ts";

/** What a machine has, the name of each of its limits, and how much of it one more in the settings is. */
const parts = [
  ["cpuCores", "cpu_cores", 1],
  ["memoryMb", "memory_mb", 1024],
  ["diskIoMbps", "disk_io_mbps", 1],
] as const;

/**
 * The limits of the machines, each less the headroom. A task that the whole covers and the usable part
 * does not takes all of that part: headroom slows down, it rules nothing out.
 *
 * @param hints By place of the task.
 */
export function limitMachine(
  hints: readonly (TaskHints | undefined)[],
  { machine, allocation }: Pick<Config, "machine" | "allocation">,
): readonly LimitUse[] {
  return parts.flatMap(([part, name, step]) => {
    const whole = machine[part];
    if (whole === undefined) return [];
    const asked = new Map(
      hints.flatMap((hint, at) => (hint && hint[part] > 0 ? [[at, hint[part]] as const] : [])),
    );
    if (asked.size === 0) return [];
    const now = shareOut(whole, asked, allocation.headroomPercent);
    const oneMore = shareOut(whole + step, asked, allocation.headroomPercent);
    const limit = { id: name as ResourceId, kind: "machine" as const, capacity: now.capacity };
    return [{ limit: { ...limit, whole, oneMore }, units: now.units }];
  });
}

function shareOut(whole: number, asked: ReadonlyMap<number, number>, headroomPercent: number) {
  const capacity = Math.max(1, Math.floor((whole * (100 - headroomPercent)) / 100));
  const units = new Map(
    [...asked].map(([at, count]) => [at, count <= whole ? Math.min(count, capacity) : count]),
  );
  return { capacity, units };
}
