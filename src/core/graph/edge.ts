/** From node, to node. Nodes of a graph are the integers from 0 to its count less 1. */
export type Edge = readonly [from: number, to: number];
