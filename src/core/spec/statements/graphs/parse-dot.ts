import { type InlineText, joinInlineLines, sliceInline } from "../../outline/inline-text.ts";
import type { DrawnArrow, DrawnGraph, DrawnNode } from "./drawn-graph.ts";

const token =
  /\/\/[^\n]*|\/\*(?:[^*]|\*(?!\/))*(?:\*\/|$)|"(?:\\.|[^"\\])*(?:"|$)|->|--|[{}[\];,=]|[\p{L}\p{N}_.]+(?::[a-z]+)?/gu;
const words = /^(?:strict|digraph|graph|node|edge|subgraph)$/i;

/** What is read at one place: nodes so far, and where their words begin. */
interface Reading {
  readonly tokens: readonly InlineText[];
  /** Where each token begins in the whole. */
  readonly starts: readonly number[];
  at: number;
  readonly arrows: DrawnArrow[];
  readonly labels: Map<string, InlineText>;
  readonly whole: InlineText;
}

/**
 * Parses a graph in the DOT language as far as it says what comes before what: edges and chains, sets
 * in braces, labels of nodes. Edges without a direction order nothing.
 *
 * @see https://graphviz.org/doc/info/lang.html
 */
export function parseDot(lines: readonly InlineText[]): DrawnGraph {
  const whole = joinInlineLines(lines.filter(({ text }) => !text.startsWith("#")));
  const found = [...whole.text.matchAll(token)].filter(([text]) => !/^\/[/*]/.test(text));
  const starts = found.map(({ index }) => index);
  const tokens = found.map(({ 0: text, index }) => sliceInline(whole, index, index + text.length));
  const into: Reading = { tokens, starts, at: 0, arrows: [], labels: new Map(), whole };
  while (into.at < tokens.length) readStatement(into);
  return { arrows: into.arrows, labels: into.labels };
}

/** A chain with its attributes, an attribute, or a mark that says nothing here. */
function readStatement(into: Reading): void {
  let from = into.starts[into.at] ?? 0;
  let left = readNodes(into);
  if (left.length === 0) {
    into.at += 1;
    return;
  }
  while (peek(into) === "->") {
    into.at += 1;
    const next = into.starts[into.at] ?? 0;
    const right = readNodes(into);
    const end = (into.starts[into.at - 1] ?? 0) + (into.tokens[into.at - 1]?.text.length ?? 0);
    const whole = sliceInline(into.whole, from, end);
    if (right.length > 0) into.arrows.push({ from: left, to: right, whole });
    [left, from] = [right, next];
  }
  if (peek(into) === "=") into.at += 2;
  const label = readAttributes(into).get("label");
  const [node] = left;
  if (
    label !== undefined &&
    node !== undefined &&
    left.length === 1 &&
    !into.labels.has(node.id.text)
  )
    into.labels.set(node.id.text, label);
}

/** One node, or those in braces; none where something else stands. */
function readNodes(into: Reading): readonly DrawnNode[] {
  const [first] = into.tokens.slice(into.at, into.at + 1);
  if (first === undefined) return [];
  if (first.text === "{" && into.at > 0 && isEdge(into.tokens[into.at - 1])) {
    const nodes: DrawnNode[] = [];
    for (into.at += 1; into.at < into.tokens.length && peek(into) !== "}"; into.at += 1) {
      const inner = into.tokens[into.at];
      if (inner !== undefined && isName(inner)) nodes.push(toNode(inner));
    }
    into.at += 1;
    return nodes;
  }
  if (!isName(first)) return [];
  into.at += 1;
  return [toNode(first)];
}

/** `[label="Set up", color=red]`. */
function readAttributes(into: Reading): ReadonlyMap<string, InlineText> {
  const found = new Map<string, InlineText>();
  if (peek(into) !== "[") return found;
  for (into.at += 1; into.at < into.tokens.length && peek(into) !== "]"; into.at += 1) {
    const value = into.tokens[into.at + 2];
    const name = peek(into).toLowerCase();
    if (into.tokens[into.at + 1]?.text === "=" && value !== undefined)
      found.set(name, unquote(value));
  }
  into.at += 1;
  return found;
}

function peek({ tokens, at }: Reading): string {
  return tokens[at]?.text ?? "";
}

function isEdge(before: InlineText | undefined): boolean {
  return before?.text === "->";
}

function isName({ text }: InlineText): boolean {
  return /^["\p{L}\p{N}_.]/u.test(text) && !words.test(text);
}

function toNode(name: InlineText): DrawnNode {
  return { id: unquote(name), label: undefined };
}

function unquote(text: InlineText): InlineText {
  return text.text.startsWith('"') ? sliceInline(text, 1, text.text.length - 1) : text;
}
