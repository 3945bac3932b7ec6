import { escapeHtml } from "../../text/escape-html.ts";
import type { Report } from "./report.ts";

/** What the page can be narrowed to. */
export function renderFilters({ waves, features, resources, tasks }: Report): string {
  const waveOptions = waves.map(({ number }) => [String(number), `Wave ${number}`] as const);
  const featureOptions = features.map(({ id, title }) => [id, `${id} ${title}`] as const);
  const resourceOptions = resources.map((name) => [name, name] as const);
  return `<form id="filters" role="search"><label>Search <input type="search" id="text" placeholder="ID, title, file, owner"></label>${renderSelect("wave", "Wave", waveOptions)}${renderSelect("feature", "Feature", featureOptions)}${renderSelect("resource", "Resource", resourceOptions)}<label><input type="checkbox" id="critical"> Critical path</label><button type="reset">Reset</button><output id="count" aria-live="polite">${tasks.length} of ${tasks.length} tasks</output><button type="button" id="theme">Light or dark</button></form>`;
}

function renderSelect(
  id: string,
  name: string,
  options: readonly (readonly [value: string, text: string])[],
): string {
  const items = options.map(
    ([value, text]) => `<option value="${escapeHtml(value)}">${escapeHtml(text)}</option>`,
  );
  return `<label>${name} <select id="${id}"><option value="">all</option>${items.join("")}</select></label>`;
}
