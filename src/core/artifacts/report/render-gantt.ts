import { escapeHtml } from "../../text/escape-html.ts";
import { cutToWidth } from "./cut-to-width.ts";
import type { Report, ReportTask } from "./report.ts";

const rowHeight = 22;
const labelWidth = 330;
const chartWidth = 1000;
const labelLetters = 46;
const hoursADay = 8;
const mostTicks = 20;

/** When each task runs by the computed schedule, a row each: likely from start to finish, thin up to the late end. What is done comes last. */
export function renderGantt({ tasks }: Report): string {
  const rows = tasks.toSorted(
    (a, b) =>
      Number(a.state === "done") - Number(b.state === "done") ||
      a.start - b.start ||
      a.finish - b.finish ||
      (a.id < b.id ? -1 : 1),
  );
  const end = Math.max(1, ...[...tasks].map(({ latest }) => latest));
  const toX = (hours: number) => Math.round(10 * (labelWidth + (chartWidth * hours) / end)) / 10;
  const width = labelWidth + chartWidth + 60;
  const height = rowHeight * rows.length;
  const step = chooseStep(end);
  const ticks = Array.from({ length: Math.floor(end / step) + 1 }, (_, index) => index * step);
  const lines = ticks.map(
    (hours) => `<line class="grid" x1="${toX(hours)}" x2="${toX(hours)}" y1="0" y2="${height}"/>`,
  );
  const labels = ticks.map(
    (hours) => `<text class="tick" x="${toX(hours)}" y="16">${hours} h</text>`,
  );
  return `<svg class="axis" width="${width}" height="22" aria-hidden="true"><text class="tick first" x="8" y="16">hours of work from now</text>${labels.join("")}</svg><svg id="gantt" role="img" aria-label="Schedule" width="${width}" height="${height}" data-row="${rowHeight}">${lines.join("")}${rows.map((task, place) => drawRow(task, place, toX)).join("")}</svg>`;
}

function drawRow(task: ReportTask, place: number, toX: (hours: number) => number): string {
  const { id, title, start, finish, latest, isCritical, state } = task;
  const [x, to, late] = [toX(start), toX(finish), toX(latest)];
  const classes = ["row", ...(isCritical ? ["hot"] : []), ...(state === "done" ? ["done"] : [])];
  const told = state === "done" ? "done" : `${start} h to ${finish} h, at the latest ${latest} h`;
  const whisker = late > to ? `<line class="late" x1="${to}" x2="${late}" y1="11" y2="11"/>` : "";
  return `<g class="${classes.join(" ")}" data-id="${escapeHtml(id)}" transform="translate(0 ${place * rowHeight})"><title>${escapeHtml(`${id} ${title}: ${told}`)}</title><rect class="hit" width="${labelWidth + chartWidth + 60}" height="${rowHeight}"/><text class="label" x="8" y="15" data-room="${labelWidth - 14}">${escapeHtml(cutToWidth(`${id} ${title}`, labelLetters))}</text>${whisker}<rect class="bar" x="${x}" y="4" width="${Math.max(2, Math.round(10 * (to - x)) / 10)}" height="14" rx="2"/></g>`;
}

/** Hours between two lines: one day or a round number of them. */
function chooseStep(end: number): number {
  const days = [0.25, 0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000];
  const found = days.find((count) => end / (count * hoursADay) <= mostTicks);
  return (found ?? Math.ceil(end / hoursADay / mostTicks)) * hoursADay;
}
