import { type InlineText, sliceInline } from "../../outline/inline-text.ts";
import type { DrawnArrow, DrawnGraph, DrawnNode } from "./drawn-graph.ts";

const idle =
  /^(?:%%|gantt\b|title\b|section\b|dateFormat\b|axisFormat\b|tickInterval\b|excludes\b|includes\b|todayMarker\b|weekday\b|weekend\b|inclusiveEndDates\b|topAxis\b|click\b|acc(?:Title|Descr)\b|---)/;
const tag = /^(?:done|active|crit|milestone|vert)$/;

/**
 * Parses the lines of a Mermaid gantt chart as far as they say what comes after what: `Build :b1, after
 * a1 a2, 3d`. Dates and the mere order of bars order nothing.
 */
export function parseGantt(lines: readonly InlineText[]): DrawnGraph {
  const arrows: DrawnArrow[] = [];
  const labels = new Map<string, InlineText>();
  for (const line of lines) {
    const colon = findColon(line.text);
    if (idle.test(line.text) || colon < 0) continue;
    const name = sliceInline(line, 0, colon);
    const fields = listFields(line, colon + 1);
    const [own] = fields.filter(({ text }) => !tag.test(text));
    const id = own !== undefined && /^[\w-]*[A-Za-z_][\w-]*$/.test(own.text) ? own : undefined;
    if (id !== undefined && fields.length > 1 && !labels.has(id.text)) labels.set(id.text, name);
    const to = [{ id: name, label: undefined }];
    const from = fields.flatMap(listBefore);
    if (from.length > 0) arrows.push({ from, to, whole: line });
  }
  return { arrows, labels };
}

/** The last one after a blank, for names may hold others (`T002: Build :b1, 3d`); else the first. */
function findColon(text: string): number {
  const at = Math.max(text.lastIndexOf(" :"), text.lastIndexOf("\t:"));
  return at < 0 ? text.indexOf(":") : at + 1;
}

function listFields(line: InlineText, start: number): readonly InlineText[] {
  const fields: InlineText[] = [];
  let from = start;
  for (const part of line.text.slice(start).split(",")) {
    fields.push(sliceInline(line, from, from + part.length));
    from += part.length + 1;
  }
  return fields;
}

/** `after a1 a2`. */
function listBefore(field: InlineText): readonly DrawnNode[] {
  if (!/^after\s/.test(field.text)) return [];
  return [...field.text.matchAll(/\S+/g)].slice(1).map((match) => ({
    id: sliceInline(field, match.index, match.index + match[0].length),
    label: undefined,
  }));
}
