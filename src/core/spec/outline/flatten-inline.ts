import type { PhrasingContent } from "mdast";
import { alignText } from "../../text/align-text.ts";
import type { InlineText, Run, Span } from "./inline-text.ts";

/** What is gathered on the way. */
interface Gathered {
  readonly source: string;
  readonly parts: string[];
  length: number;
  readonly runs: Run[];
  readonly code: Span[];
  readonly strong: Span[];
  readonly struck: Span[];
  /** Where the source was last read: nodes made from parts of others have no place of their own. */
  cursor: number;
}

/**
 * Gives the plain text of inline nodes: what stands in bold, code, links and the alternative text of
 * images, without the markup. HTML and footnote marks are left out, but for line breaks (`<br>`) and
 * what is no HTML though it looks so (`<describe task>`).
 *
 * @param from Offset at which the nodes start in `source`.
 */
export function flattenInline(
  nodes: readonly PhrasingContent[],
  source: string,
  from: number,
): InlineText {
  const gathered: Gathered = {
    source,
    parts: [],
    length: 0,
    runs: [],
    code: [],
    strong: [],
    struck: [],
    cursor: from,
  };
  gatherNodes(nodes, gathered);
  const { parts, runs, code, strong, struck } = gathered;
  return { text: parts.join(""), runs, code, strong, struck };
}

function gatherNodes(nodes: readonly PhrasingContent[], into: Gathered): void {
  for (const node of nodes) gatherNode(node, into);
}

function gatherNode(node: PhrasingContent, into: Gathered): void {
  const start = node.position?.start.offset;
  if (start !== undefined) into.cursor = start;
  const before = into.length;
  switch (node.type) {
    case "text":
      gatherText(node.value, into, node.position?.end.offset);
      break;
    case "inlineCode":
      into.cursor += measureTicks(into.source, into.cursor);
      gatherText(node.value, into, node.position?.end.offset);
      into.code.push({ start: before, end: into.length });
      break;
    case "break":
      gatherText("\n", into, node.position?.end.offset);
      break;
    case "image":
    case "imageReference":
      gatherText(node.alt ?? "", into, node.position?.end.offset);
      break;
    case "html":
      gatherText(readHtml(node.value), into, node.position?.end.offset);
      break;
    case "strong":
      gatherNodes(node.children, into);
      into.strong.push({ start: before, end: into.length });
      break;
    case "delete":
      gatherNodes(node.children, into);
      into.struck.push({ start: before, end: into.length });
      break;
    default:
      if ("children" in node) gatherNodes(node.children, into);
  }
  const end = node.position?.end.offset;
  if (end !== undefined) into.cursor = end;
}

function readHtml(value: string): string {
  if (/^<br\s*\/?>$/i.test(value)) return "\n";
  return /^<(?:describe|task|insert|your|add|name)(?: [a-z]+)+>$/i.test(value) ? value : "";
}

function gatherText(value: string, into: Gathered, end: number | undefined): void {
  if (value === "") return;
  const from = into.cursor;
  const raw = into.source.slice(from, end ?? from + 2 * value.length + 16);
  const places = alignText(value, raw);
  if (places === undefined) into.runs.push({ at: into.length, offset: from });
  else for (const run of listRuns(places, into.length, from)) into.runs.push(run);
  into.parts.push(value);
  into.length += value.length;
  into.cursor = from + (places?.at(-1) ?? value.length - 1) + 1;
}

function listRuns(places: readonly number[], at: number, from: number): readonly Run[] {
  return places.flatMap((place, index) =>
    index > 0 && places[index - 1] === place - 1 ? [] : [{ at: at + index, offset: from + place }],
  );
}

/** Length of the run of backticks at `at`. */
function measureTicks(source: string, at: number): number {
  let end = at;
  while (source[end] === "`") end += 1;
  return end - at;
}
