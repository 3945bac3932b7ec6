import type { Block } from "../../outline/outline.ts";
import type { ReferenceIndex } from "../../references/reference-index.ts";
import type { ReadStatement } from "../read-statement.ts";
import { listCodeLines } from "./list-code-lines.ts";
import { readJsonWaves } from "./read-json-waves.ts";
import { readMermaid } from "./read-mermaid.ts";
import { readTextGraph } from "./read-text-graph.ts";

/**
 * Reads what a fence says about order: a Mermaid flowchart, waves as JSON, or arrows and lists of waves in
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
  if (language === "mermaid") {
    return /^\s*(?:graph|flowchart|stateDiagram)/m.test(value) ? readMermaid(lines, index) : [];
  }
  if (/^(?:json|json5|jsonc|)$/.test(language) && /^\s*[[{]/.test(value)) {
    return readJsonWaves(lines, index);
  }
  return /^(?:|text|txt|ascii|plain|plaintext)$/.test(language) ? readTextGraph(lines, index) : [];
}
