import { arrangeGraph } from "../../graph/arrange-graph.ts";
import { nameGraph } from "../../graph/name-graph.ts";
import { escapeHtml } from "../../text/escape-html.ts";
import { cutToWidth } from "./cut-to-width.ts";
import type { Report, ReportTask } from "./report.ts";

const box = { width: 208, height: 40 };
const columnWidth = 268;
const margin = 16;
const titleLetters = 29;
const colours = 8;

/** The dependencies as a drawing, from what can start first on the left to what comes last on the right. */
export function renderGraph({ tasks, edges, features }: Report): string {
  const names = tasks.map(({ id }) => id);
  const rows = Math.max(14, Math.ceil(1.6 * Math.sqrt(tasks.length)));
  const drawing = arrangeGraph(nameGraph(names, edges), {
    nodeHeight: box.height,
    gap: 14,
    lane: 8,
    maxRows: rows,
  });
  const left = (column: number) => margin + column * columnWidth;
  const colourOf = new Map(features.map(({ id }, place) => [id, place % colours]));
  const critical = new Set(tasks.filter(({ isCritical }) => isCritical).map(({ id }) => id));
  const lines = drawing.edges.map(({ from, to, bends }) => {
    const [a, b] = [drawing.places[from], drawing.places[to]];
    if (a === undefined || b === undefined) return "";
    const start = { x: left(a.column) + box.width, y: a.y };
    const end = { x: left(b.column), y: b.y };
    const between = bends.flatMap(({ column, y }) => [
      { x: left(column), y },
      { x: left(column) + box.width, y },
    ]);
    const [one = "", other = ""] = [names[from], names[to]];
    const isCritical = critical.has(one) && critical.has(other);
    return `<path class="edge${isCritical ? " hot" : ""}" data-from="${escapeHtml(one)}" data-to="${escapeHtml(other)}" d="${drawWay([start, ...between, end])}"/>`;
  });
  const nodes = tasks.map((task, place) => {
    const { column = -1, y = 0 } = drawing.places[place] ?? {};
    if (column < 0) return "";
    return drawNode(task, left(column), y, colourOf.get(task.feature) ?? 0);
  });
  const width = 2 * margin + Math.max(1, drawing.columns) * columnWidth - (columnWidth - box.width);
  const height = Math.max(box.height, drawing.height);
  return `<svg id="graph" role="group" aria-label="Dependencies; arrow keys go from task to task" width="${width}" height="${round(height)}" viewBox="0 0 ${width} ${round(height)}" data-width="${width}" data-height="${round(height)}"><defs><marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerUnits="userSpaceOnUse" markerWidth="9" markerHeight="9" orient="auto"><path class="tip" d="M0 0L8 4L0 8z"/></marker></defs><g>${lines.join("")}</g><g>${nodes.join("")}</g></svg>`;
}

function drawNode(task: ReportTask, x: number, y: number, colour: number): string {
  const { id, title, wave, start, finish, state, isCritical } = task;
  const hours = Math.round(10 * (finish - start)) / 10;
  const marks = [state === "done" ? "done" : `${hours} h`, ...(wave > 0 ? [`wave ${wave}`] : [])];
  const classes = ["node", ...(isCritical ? ["hot"] : []), ...(state === "done" ? ["done"] : [])];
  return `<g class="${classes.join(" ")}" data-id="${escapeHtml(id)}" tabindex="-1" role="button" aria-label="${escapeHtml(`${id} ${title}`)}" transform="translate(${x} ${round(y - box.height / 2)})"><title>${escapeHtml(`${id} ${title}`)}</title><rect class="box" width="${box.width}" height="${box.height}" rx="5"/><rect class="c${colour}" width="5" height="${box.height}" rx="2"/><text class="id" x="13" y="16">${escapeHtml(id)}</text><text class="mark" x="${box.width - 8}" y="16">${escapeHtml(marks.join(" · "))}</text><text class="name" x="13" y="32" data-room="${box.width - 19}">${escapeHtml(cutToWidth(title, titleLetters))}</text></g>`;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Curves between columns, straight lines along them. */
function drawWay(points: readonly Point[]): string {
  const [first, ...rest] = points;
  if (first === undefined) return "";
  let at = first;
  const parts = [`M${round(at.x)} ${round(at.y)}`];
  for (const point of rest) {
    const middle = round((at.x + point.x) / 2);
    const isStraight = Math.abs(at.y - point.y) < 0.5;
    parts.push(
      isStraight
        ? `L${round(point.x)} ${round(point.y)}`
        : `C${middle} ${round(at.y)} ${middle} ${round(point.y)} ${round(point.x)} ${round(point.y)}`,
    );
    at = point;
  }
  return parts.join("");
}

function round(value: number): number {
  return Math.round(10 * value) / 10;
}
