import { escapeHtml } from "../../text/escape-html.ts";
import type { Report } from "./report.ts";

/** The waves as a table; each task can be picked. */
export function renderWaveRows({ waves, tasks }: Report): string {
  const byId = new Map(tasks.map((task) => [task.id, task]));
  const rows = waves.map(({ number, tasks: ids, hours, resources }) => {
    const chips = ids.map((id) => {
      const task = byId.get(id);
      const classes = [
        "chip",
        ...(task?.isCritical ? ["hot"] : []),
        ...(task?.state === "done" ? ["done"] : []),
      ];
      return `<button type="button" class="${classes.join(" ")}" data-id="${escapeHtml(id)}" title="${escapeHtml(task?.title ?? "")}">${escapeHtml(id)}</button>`;
    });
    const cells = hours.map(
      (value) => `<td class="number">${value === undefined ? "" : `${value} h`}</td>`,
    );
    return `<tr data-wave="${number}"><th scope="row" class="number">${number}</th><td class="number">${ids.length}</td>${cells.join("")}<td>${escapeHtml(resources)}</td><td>${chips.join(" ")}</td></tr>`;
  });
  const names = ["Wave", "Tasks", "P50", "P80", "P95"].map(
    (name) => `<th scope="col" class="number">${name}</th>`,
  );
  return `<table><thead><tr>${names.join("")}<th scope="col">Resources</th><th scope="col">Which</th></tr></thead><tbody>${rows.join("")}</tbody></table>`;
}
