import type { Random } from "../random/random.ts";
import type { Project } from "./project.ts";

/** Activities that are moved in one list, on average. */
const movesPerList = 3;

/** Moves a few activities of a list to random places between their predecessors and their successors. */
export class ListShifter {
  readonly #project: Project;
  readonly #places: Int32Array;
  readonly #random: Random;
  readonly #chance: number;

  constructor(project: Project, random: Random) {
    this.#project = project;
    this.#places = new Int32Array(project.durations.length);
    this.#random = random;
    this.#chance = movesPerList / Math.max(1, project.durations.length);
  }

  /** Changes the list in place. */
  shift(list: Int32Array): void {
    for (let at = 0; at < list.length; at++) {
      if (this.#random.fraction() < this.#chance) this.#move(list, at);
    }
  }

  #move(list: Int32Array, at: number): void {
    const places = this.#places;
    for (let i = 0; i < list.length; i++) places[list[i] ?? 0] = i;
    const activity = list[at] ?? 0;
    const { predecessors, successors } = this.#project;
    let first = 0;
    for (
      let i = predecessors.starts[activity] ?? 0;
      i < (predecessors.starts[activity + 1] ?? 0);
      i++
    ) {
      first = Math.max(first, (places[predecessors.targets[i] ?? 0] ?? 0) + 1);
    }
    let last = list.length - 1;
    for (
      let i = successors.starts[activity] ?? 0;
      i < (successors.starts[activity + 1] ?? 0);
      i++
    ) {
      last = Math.min(last, (places[successors.targets[i] ?? 0] ?? 0) - 1);
    }
    const to = first + this.#random.below(last - first + 1);
    if (to < at) list.copyWithin(to + 1, to, at);
    else list.copyWithin(at, at + 1, to + 1);
    list[to] = activity;
  }
}
