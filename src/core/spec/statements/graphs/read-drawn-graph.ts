import { readSide, type Side } from "../../references/read-side.ts";
import type { ReferenceIndex } from "../../references/reference-index.ts";
import type { ReadStatement } from "../read-statement.ts";
import type { DrawnGraph, DrawnNode } from "./drawn-graph.ts";
import { toGraphStatements } from "./to-graph-statements.ts";

/**
 * Reads a drawn graph: each arrow is a statement. A node is what its ID names, else what its label
 * names (`A[T001: Schema]`, `P2[Phase 2]`); an arrow between two nodes that name nothing says nothing.
 */
export function readDrawnGraph(graph: DrawnGraph, index: ReferenceIndex): readonly ReadStatement[] {
  const toSide = (node: DrawnNode) => readNode(node, graph, index);
  return graph.arrows.flatMap(({ from, to, whole }) =>
    toGraphStatements({ whole, subject: to.map(toSide), object: from.map(toSide) }, "arrow"),
  );
}

function readNode({ id, label }: DrawnNode, graph: DrawnGraph, index: ReferenceIndex): Side {
  const byId = readSide(id, index);
  if (byId.party.refs.length + byId.party.groupIds.length > 0) return byId;
  const words = label ?? graph.labels.get(id.text);
  return words === undefined ? byId : readSide(words, index);
}
