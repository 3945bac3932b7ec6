/**
 * A directed graph in compressed sparse rows: the successors of node `n` are
 * `targets[starts[n]]` to `targets[starts[n + 1] - 1]`, ascending and without
 * repeats. Nodes are the integers from 0 to `count` less 1.
 */
export interface Graph {
  readonly count: number;
  /** One more than nodes; the last is the number of edges. */
  readonly starts: Int32Array;
  readonly targets: Int32Array;
}
