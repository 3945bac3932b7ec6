import type { InlineText } from "../../outline/inline-text.ts";
import { readSide, type Side } from "../../references/read-side.ts";
import type { ReferenceIndex } from "../../references/reference-index.ts";
import type { ReadStatement } from "../read-statement.ts";
import { type MermaidGraph, type MermaidNode, parseMermaid } from "./parse-mermaid.ts";
import { toGraphStatements } from "./to-graph-statements.ts";

/**
 * Reads a Mermaid flowchart: each arrow is a statement. A node is what its ID names, else what its label
 * names (`A[T001: Schema]`, `P2[Phase 2]`); an arrow between two nodes that name nothing says nothing.
 */
export function readMermaid(
  lines: readonly InlineText[],
  index: ReferenceIndex,
): readonly ReadStatement[] {
  const graph = parseMermaid(lines);
  const toSide = (node: MermaidNode) => readNode(node, graph, index);
  return graph.arrows.flatMap(({ from, to, whole }) =>
    toGraphStatements({ whole, subject: to.map(toSide), object: from.map(toSide) }, "arrow"),
  );
}

function readNode({ id, label }: MermaidNode, graph: MermaidGraph, index: ReferenceIndex): Side {
  const byId = readSide(id, index);
  if (byId.party.refs.length + byId.party.groupIds.length > 0) return byId;
  const words = label ?? graph.labels.get(id.text);
  return words === undefined ? byId : readSide(words, index);
}
