import type { Plan } from "../model/plan.ts";
import type { Schedule } from "../model/schedule.ts";
import { countOf } from "../text/count-of.ts";
import { toMermaidText } from "./to-mermaid-text.ts";

/** Bars that can still be read below each other. */
const maxBars = 60;
const maxLabel = 40;
/** Share of the runs from which on the end of the plan is said to hang on a task. */
const criticalShare = 0.5;
/** What a day of the axis stands for where there are no dates; the axis counts days of one year. */
const units = [
  { hours: 8, name: "working days of 8 h" },
  { hours: 40, name: "working weeks of 40 h" },
  { hours: 160, name: "months of 160 h" },
] as const;
const axisDays = 360;
/** Up to that many days the axis would repeat itself if it were not told to count whole ones. */
const fewDays = 15;

interface Bar {
  readonly section: string;
  readonly label: string;
  readonly isCritical: boolean;
  /** As Mermaid reads them: `2026-03-02 09:00`. */
  readonly from: string;
  readonly to: string;
}

/**
 * When the tasks that are left begin and end in half of the simulated runs, as a Mermaid Gantt chart:
 * a bar a task, or a bar a wave above 60 tasks; by date where the settings have a calendar.
 * `undefined` where there is no forecast, nothing left that takes time, or more than can be drawn.
 */
export function renderGanttChart(plan: Plan, schedule: Schedule): string | undefined {
  const { forecast } = schedule;
  if (forecast === undefined) return undefined;
  const { dates, rolling, waves } = forecast;
  const isFolded = plan.tasks.length > maxBars;
  const length = isFolded ? waves.p95Hours : rolling.p95Hours;
  const unit = units.find(({ hours }) => length / hours <= axisDays);
  if (unit === undefined || length === 0) return undefined;
  const toTime = (hours: number) => toAxis(hours / unit.hours);
  const bars = isFolded ? listWaves() : listTasks();
  if (bars.length === 0 || bars.length > maxBars) return undefined;
  return [
    "gantt",
    "  dateFormat YYYY-MM-DD HH:mm",
    dates ? "  axisFormat %Y-%m-%d" : "  axisFormat %-j",
    `  title ${dates ? `Half of the simulated runs, ${dates.timeZone}` : `Half of the simulated runs, in ${unit.name}`}`,
    ...(countDays(bars) <= fewDays ? ["  tickInterval 1day"] : []),
    ...bars.flatMap(({ section, label, isCritical, from, to }, at) => [
      ...(section === bars[at - 1]?.section ? [] : [`  section ${section}`]),
      // The sign in front keeps a label from being read as a key word of Mermaid.
      `  › ${label} :${isCritical ? "crit, " : ""}t${at}, ${from}, ${to}`,
    ]),
  ].join("\n");

  function listTasks(): readonly Bar[] {
    const byId = new Map(plan.tasks.map((task) => [task.id, task]));
    const timed = new Map(forecast?.tasks.map((task, at) => [task.id, { ...task, at }]));
    return schedule.waves.flatMap(({ number, tasks }) =>
      tasks.flatMap((id) => {
        const [task, time] = [byId.get(id), timed.get(id)];
        if (task === undefined || time === undefined || time.isDone) return [];
        const dated = dates?.tasks[time.at];
        return {
          section: `Wave ${number}`,
          label: toMermaidText(`${task.ownId ?? task.id} ${task.title}`, maxLabel),
          isCritical: time.criticality >= criticalShare,
          from: dated ? toMermaidTime(dated.startP50) : toTime(time.startP50Hours),
          to: dated ? toMermaidTime(dated.finish.p50) : toTime(time.finish.p50Hours),
        };
      }),
    );
  }

  function listWaves(): readonly Bar[] {
    return schedule.waves.flatMap(({ number, tasks }, at) => {
      const time = forecast?.perWave[at];
      if (time === undefined || time.isDone) return [];
      const dated = dates?.perWave[at];
      return {
        section: "Waves",
        label: `Wave ${number} with ${countOf(tasks.length, "task")}`,
        isCritical: false,
        from: dated ? toMermaidTime(dated.startP50) : toTime(time.startP50Hours),
        to: dated ? toMermaidTime(dated.finish.p50) : toTime(time.finish.p50Hours),
      };
    });
  }
}

function countDays(bars: readonly Bar[]): number {
  const times = bars.flatMap(({ from, to }) => [from, to]).toSorted();
  const [first = 0, last = 0] = [times[0], times.at(-1)].map((time) => Date.parse(`${time}Z`));
  return (last - first) / 86_400_000;
}

/** A number of days as a time of the year 2001, in which day 1 is the first. */
function toAxis(days: number): string {
  const time = new Date(Date.UTC(2001, 0, 1) + Math.round(days * 24 * 60) * 60_000);
  return toMermaidTime(time.toISOString());
}

function toMermaidTime(time: string): string {
  return time.slice(0, 16).replace("T", " ");
}
