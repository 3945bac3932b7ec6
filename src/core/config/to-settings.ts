import type { Calendar, Config, DayHours, Resource } from "../model/config.ts";
import { builtInResources } from "./built-in-resources.ts";
import { weekdays } from "./calendar-setting.ts";
import type { settingSchemas } from "./config-schema.ts";

/** Settings in the form of `.github/keysteps.yml`, every key stated; `null` where nothing is set. */
export type SettingsForm = Readonly<Record<keyof typeof settingSchemas, unknown>>;

/** The settings file that would lead to these settings; built-in resources that are left out are `false`. */
export function toSettings(config: Config): SettingsForm {
  const { machine, allocation } = config;
  return {
    execution_model: config.executionModel,
    min_confidence: config.minConfidence,
    max_wave_size: config.maxWaveSize,
    writeback: config.writeback,
    max_concurrent_tasks: config.maxConcurrentTasks,
    order_schedules: config.orderSchedules ?? null,
    seed: config.seed,
    min_coverage: config.minCoverage,
    fill_gaps: config.fillsGaps,
    normalise: config.normalises,
    structure: config.structure,
    resources: toResources(config.resources),
    barrier: { quorum: config.barrierQuorum },
    resource_limits: dropUnset({
      max_cpu_cores: machine.cpuCores,
      max_memory_gb: machine.memoryMb === undefined ? undefined : machine.memoryMb / 1024,
      max_disk_io_mbps: machine.diskIoMbps,
    }),
    resource_allocation: {
      headroom_percent: allocation.headroomPercent,
      preemption_enabled: allocation.isPreemptionEnabled,
      preemption_priorities: allocation.preemptionPriorities,
    },
    people: Object.fromEntries(
      config.people.map(({ name, count, skills }) => [name, { count, skills }]),
    ),
    tasks: Object.fromEntries(
      Object.entries(config.taskHints).map(([name, hints]) => [
        name,
        {
          cpu_cores: hints.cpuCores,
          memory_mb: hints.memoryMb,
          disk_io_mbps: hints.diskIoMbps,
          skills: hints.skills,
          avoid_concurrent_with: hints.avoids,
          preemptible: hints.isPreemptible,
        },
      ]),
    ),
    issues: config.issueFields ?? null,
    board: config.board === undefined ? null : dropUnset(config.board),
    calendar: config.calendar === undefined ? null : toCalendar(config.calendar),
  };
}

function toResources(resources: readonly Resource[]): object {
  const kept = new Set(resources.map(({ id }) => id));
  const gone = builtInResources.filter(({ id }) => !kept.has(id)).map(({ id }) => [id, false]);
  const entries = resources.map(({ id, type, capacity, location, scope, reason, tasks }) => [
    id,
    { type, ...(type === "shared_limited" && { capacity }), location, scope, reason, tasks },
  ]);
  return Object.fromEntries([...entries, ...gone]);
}

function toCalendar({ start, timeZone, days, hours, ownHours, holidays }: Calendar): object {
  return dropUnset({
    start,
    time_zone: timeZone,
    days: days.map((day) => weekdays[day - 1]),
    hours: ownHours === undefined ? toSpans(hours) : toDayHours(hours, ownHours),
    holidays: holidays.map(({ from, to }) => (from === to ? from : `${from}..${to}`)),
  });
}

function toDayHours(hours: DayHours, ownHours: NonNullable<Calendar["ownHours"]>): object {
  const named = Object.entries(ownHours).map(([day, own]) => [
    weekdays[Number(day) - 1] ?? day,
    toSpans(own),
  ]);
  return { default: toSpans(hours), ...Object.fromEntries(named) };
}

function toSpans(hours: DayHours): readonly string[] {
  return hours.map(({ from, to }) => `${toTime(from)}-${toTime(to)}`);
}

function toTime(minutes: number): string {
  const parts = [Math.floor(minutes / 60), minutes % 60];
  return parts.map((part) => String(part).padStart(2, "0")).join(":");
}

function dropUnset(fields: object): object {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
