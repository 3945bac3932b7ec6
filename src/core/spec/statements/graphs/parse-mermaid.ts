import { type InlineText, type Span, sliceInline } from "../../outline/inline-text.ts";
import type { DrawnArrow, DrawnGraph, DrawnNode } from "./drawn-graph.ts";

const idle =
  /^(?:%%|graph\b|flowchart\b|direction\b|style\b|classDef\b|class\b|click\b|linkStyle\b|end$|acc(?:Title|Descr)\b|---)/;
const node = /[\p{L}\p{N}_]+(?:[./:-](?![-.:])[\p{L}\p{N}_]+)*/uy;
const textLink = /\s*(?:--|==|-\.)\s*[^\s<>=|.\-xo][^|>]*?(?:-{2,}|={2,}|\.+-)>\s*/y;
const link = /\s*(<)?(?:-{2,}|={2,}|-\.+-|~{3,})(>|[xo](?![\p{L}\p{N}]))?\s*(?:\|[^|]*\|)?\s*/uy;
const separator = /\s*;\s*(?=\S)/y;
const subgraph = /^subgraph\s+(?:([\p{L}\p{N}_-]+)\s*(?=\[))?\[?(.+?)\]?$/u;

/**
 * Parses the lines of a Mermaid flowchart as far as they say what comes before what: nodes with their
 * labels, arrows with or without text, chains and `&`. Links without a head, or with one at both ends,
 * order nothing.
 */
export function parseMermaid(lines: readonly InlineText[]): DrawnGraph {
  const arrows: DrawnArrow[] = [];
  const labels = new Map<string, InlineText>();
  for (const line of lines) {
    const box = subgraph.exec(line.text);
    if (box !== null) {
      const [, id = "", title = ""] = box;
      const at = line.text.lastIndexOf(title);
      labels.set(id === "" ? title : id, unquote(sliceInline(line, at, at + title.length)));
    } else if (!idle.test(line.text)) arrows.push(...parseLine(line, labels));
  }
  return { arrows, labels };
}

/** `A --> B; B --> C`. */
function parseLine(line: InlineText, labels: Map<string, InlineText>): readonly DrawnArrow[] {
  const arrows: DrawnArrow[] = [];
  let from = 0;
  for (;;) {
    const chain = parseChain(line, from, labels);
    arrows.push(...chain.arrows);
    separator.lastIndex = chain.end;
    if (chain.end <= from || !separator.test(line.text)) return arrows;
    from = separator.lastIndex;
  }
}

function parseChain(line: InlineText, from: number, labels: Map<string, InlineText>) {
  const arrows: DrawnArrow[] = [];
  let left = readNodes(line, from, labels);
  while (left !== undefined) {
    const joint = readLink(line.text, left.end);
    const right = joint && readNodes(line, joint.end, labels);
    if (joint === undefined || right === undefined) break;
    const whole = sliceInline(line, left.start, right.end);
    if (joint.isArrow) arrows.push({ from: left.nodes, to: right.nodes, whole });
    left = right;
  }
  return { arrows, end: left?.end ?? from };
}

/** `A[Setup] & B`. */
function readNodes(line: InlineText, from: number, labels: Map<string, InlineText>) {
  const nodes: DrawnNode[] = [];
  let end = from;
  for (;;) {
    end += /^[\s;]*/.exec(line.text.slice(end))?.[0].length ?? 0;
    node.lastIndex = end;
    const match = node.exec(line.text);
    if (match === null) break;
    const id = sliceInline(line, end, end + match[0].length);
    const shape = readShape(line, end + match[0].length);
    if (shape.label !== undefined && !labels.has(id.text)) labels.set(id.text, shape.label);
    nodes.push({ id, label: shape.label });
    end = shape.end;
    const more = /^\s*&/.exec(line.text.slice(end))?.[0].length;
    if (more === undefined) break;
    end += more;
  }
  return nodes.length === 0 ? undefined : { nodes, start: from, end };
}

/** The words in the brackets after an ID, whatever their form. */
function readShape(line: InlineText, from: number) {
  const rest = line.text.slice(from);
  const open = /^[[({>]+[/\\]?/.exec(rest)?.[0] ?? "";
  const suffix = (end: number) => end + (/^:::[\w-]+/.exec(line.text.slice(end))?.[0].length ?? 0);
  if (open === "") return { label: undefined, end: suffix(from) };
  const isQuoted = rest[open.length] === '"';
  const inner = rest.slice(open.length + Number(isQuoted));
  const close = inner.search(isQuoted ? /"/ : open.startsWith("(") ? /\)/ : /[\]}]/);
  if (close < 0) return { label: undefined, end: line.text.length };
  const start = from + open.length + Number(isQuoted);
  const tail = /^"?[/\\]?[\])}]*/.exec(inner.slice(close))?.[0].length ?? 0;
  return {
    label: unquote(sliceInline(line, start, start + close)),
    end: suffix(start + close + tail),
  };
}

function readLink(
  text: string,
  from: number,
): (Pick<Span, "end"> & { isArrow: boolean }) | undefined {
  textLink.lastIndex = from;
  const worded = textLink.exec(text);
  if (worded !== null) return { end: from + worded[0].length, isArrow: true };
  link.lastIndex = from;
  const plain = link.exec(text);
  if (plain === null) return undefined;
  return { end: from + plain[0].length, isArrow: plain[2] === ">" && plain[1] === undefined };
}

/** Without quotes; a line break in it (`<br/>`) is a blank. */
function unquote(label: InlineText): InlineText {
  const isQuoted = /^".*"$/.test(label.text);
  const bare = isQuoted ? sliceInline(label, 1, label.text.length - 1) : label;
  return { ...bare, text: bare.text.replace(/<br\s*\/?>/gi, (mark) => " ".repeat(mark.length)) };
}
