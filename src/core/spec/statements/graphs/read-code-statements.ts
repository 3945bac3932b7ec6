import type { InlineText } from "../../outline/inline-text.ts";
import type { Block } from "../../outline/outline.ts";
import type { ReferenceIndex } from "../../references/reference-index.ts";
import type { ReadStatement } from "../read-statement.ts";
import type { DrawnGraph } from "./drawn-graph.ts";
import { isGraphLanguage } from "./is-graph-language.ts";
import { listCodeLines } from "./list-code-lines.ts";
import { parseDot } from "./parse-dot.ts";
import { parseGantt } from "./parse-gantt.ts";
import { parseMermaid } from "./parse-mermaid.ts";
import { readDrawnGraph } from "./read-drawn-graph.ts";
import { readJsonWaves } from "./read-json-waves.ts";
import { readTextGraph } from "./read-text-graph.ts";

/**
 * Reads what a fence says about order: a Mermaid flowchart or gantt chart, a DOT graph, waves as JSON, or arrows and lists of waves in
 * plain text. Code of any other language says nothing.
 */
export function readCodeStatements(
  block: Extract<Block, { kind: "code" }>,
  index: ReferenceIndex,
  source: string,
): readonly ReadStatement[] {
  const language = (block.node.lang ?? "").toLowerCase();
  const { value } = block.node;
  const lines = listCodeLines(block, source);
  if (isGraphLanguage(language)) {
    const graph = language === "mermaid" ? parseDiagram(value, lines) : parseDot(lines);
    return graph === undefined ? [] : readDrawnGraph(graph, index);
  }
  if (/^(?:json|json5|jsonc|)$/.test(language) && /^\s*[[{]/.test(value)) {
    return readJsonWaves(lines, index);
  }
  return /^(?:|text|txt|ascii|plain|plaintext)$/.test(language)
    ? readTextGraph(lines, index, source)
    : [];
}

function parseDiagram(value: string, lines: readonly InlineText[]): DrawnGraph | undefined {
  if (/^\s*gantt\b/m.test(value)) return parseGantt(lines);
  return /^\s*(?:graph|flowchart|stateDiagram)/m.test(value) ? parseMermaid(lines) : undefined;
}
