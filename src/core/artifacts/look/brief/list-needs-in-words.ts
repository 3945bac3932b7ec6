import type { TaskBrief } from "../../../model/task-brief.ts";
import { toCode } from "../../../text/to-code.ts";
import { toLine } from "./to-line.ts";

/** What a task takes, a line each: resources with whose turn it is, the machine, the skills. */
export function listNeedsInWords({ resources, task }: TaskBrief): readonly string[] {
  const {
    estimated = {},
    peak,
    worker_capabilities_required = [],
  } = task.resource_requirements ?? {};
  const told = new Set(task.skillsRequired);
  const skills = worker_capabilities_required.filter((skill) => !told.has(skill));
  const machine = describeMachine(estimated);
  const most = describeMachine(peak ?? {});
  const during = peak?.during === undefined ? "" : ` while ${toLine(peak.during)}`;
  return [
    ...resources.map(describeResource),
    ...(machine === "" ? [] : [`Of the machine: ${machine}`]),
    ...(most === "" ? [] : [`At its peak${during}: ${most}`]),
    ...(skills.length === 0 ? [] : [`Whoever does it can: ${skills.map(toLine).join(", ")}`]),
  ];
}

function describeResource(resource: TaskBrief["resources"][number]): string {
  const { name, units, capacity, location, reason, turnAfter, turnBefore } = resource;
  const share = capacity === 1 ? "one task at a time" : `${units} of ${capacity}`;
  return [
    `\`${toCode(name)}\`, ${share}`,
    ...(reason ? [toLine(reason)] : []),
    ...(turnAfter.length > 0 ? [`its turn comes after ${turnAfter.join(", ")}`] : []),
    ...(turnBefore.length > 0 ? [`before ${turnBefore.join(", ")}`] : []),
    ...(location.length > 0
      ? [`files ${location.map((glob) => `\`${toCode(glob)}\``).join(", ")}`]
      : []),
  ].join("; ");
}

function describeMachine(figures: {
  readonly cpu_cores?: number | undefined;
  readonly memory_mb?: number | undefined;
  readonly disk_io_mbps?: number | undefined;
}): string {
  const { cpu_cores, memory_mb, disk_io_mbps } = figures;
  return [
    ...(cpu_cores === undefined ? [] : [`${cpu_cores} CPU cores`]),
    ...(memory_mb === undefined ? [] : [`${memory_mb} MB of memory`]),
    ...(disk_io_mbps === undefined ? [] : [`${disk_io_mbps} MB/s of disk`]),
  ].join(", ");
}
