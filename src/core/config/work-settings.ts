import { z } from "zod";
import type { Allocation, MachineLimits, PeopleGroup, TaskHints } from "../model/config.ts";
import { unitCount } from "./unit-count.ts";

/** As many as their megabytes can be counted. */
const mostGb = 900_000;
const heads = z.int("expected a whole number, at least 0").min(0).max(1_000_000);
const names = z.array(z.string().min(1).max(100));
const priorities = ["low", "medium", "high", "critical"] as const;

/** `resource_limits:`, what the machines have. */
export const machineSetting = z
  .strictObject({
    max_cpu_cores: unitCount("cores").min(1).optional(),
    max_memory_gb: unitCount("gigabytes").min(1).max(mostGb).optional(),
    max_disk_io_mbps: unitCount("Mbit/s").min(1).optional(),
  })
  .transform(
    (limits): MachineLimits => ({
      cpuCores: limits.max_cpu_cores,
      memoryMb: limits.max_memory_gb === undefined ? undefined : 1024 * limits.max_memory_gb,
      diskIoMbps: limits.max_disk_io_mbps,
    }),
  );

/** `resource_allocation:`, how the machines are given to tasks. */
export const allocationSetting = z
  .strictObject({
    headroom_percent: z.int("expected a whole number from 0 to 90").min(0).max(90).default(20),
    preemption_enabled: z.boolean().default(true),
    preemption_priorities: z
      .array(z.enum(priorities))
      .default([...priorities])
      .refine((list) => new Set(list).size === list.length, "expected each priority once"),
  })
  .transform(
    (setting): Allocation => ({
      headroomPercent: setting.headroom_percent,
      isPreemptionEnabled: setting.preemption_enabled,
      preemptionPriorities: setting.preemption_priorities,
    }),
  );

/** `people:`, by name: a number is so many people who can do what the name says. */
export const peopleSetting = z
  .record(
    z.string().min(1).max(100),
    z.union([heads, z.strictObject({ count: heads.default(1), skills: names.min(1) })]),
  )
  .transform((groups): readonly PeopleGroup[] =>
    Object.entries(groups).map(([name, group]) =>
      typeof group === "number" ? { name, count: group, skills: [name] } : { name, ...group },
    ),
  );

/** `tasks:`, by own ID or task ID: what the run of a task takes. */
export const taskHintsSetting = z.record(
  z.string(),
  z
    .strictObject({
      cpu_cores: unitCount("cores").default(0),
      memory_mb: unitCount("MB").default(0),
      disk_io_mbps: unitCount("Mbit/s").default(0),
      skills: names.default([]),
      avoid_concurrent_with: z.array(z.union([z.string(), z.number()])).default([]),
      preemptible: z.boolean().default(false),
    })
    .transform(
      (hints): TaskHints => ({
        cpuCores: hints.cpu_cores,
        memoryMb: hints.memory_mb,
        diskIoMbps: hints.disk_io_mbps,
        skills: hints.skills,
        avoids: hints.avoid_concurrent_with.map(String),
        isPreemptible: hints.preemptible,
      }),
    ),
);

const wantedQuorum = "expected a number above 0, at most 1";

/** `barrier:`, when the next wave opens. */
export const barrierSetting = (decimal: z.ZodType<number>) =>
  z.strictObject({
    quorum: z
      .union([z.literal([0, 1]), decimal], wantedQuorum)
      .refine((share) => share > 0, wantedQuorum),
  });
