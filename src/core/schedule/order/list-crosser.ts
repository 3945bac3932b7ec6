import type { Graph } from "../../graph/graph.ts";
import type { Random } from "../random/random.ts";
import type { Candidate } from "./candidate.ts";
import { LoadProfile } from "./load-profile.ts";
import type { Project } from "./project.ts";

/** Shortest and longest stretch that a child takes from its father, as shares of the makespan. */
const shortest = 0.2;
const longest = 0.5;

/** Where an activity stands in a child: before, in or after the father's stretch. */
const [before, within, after] = [1, 2, 3];

/**
 * Makes lists for the other direction of time out of two candidates. The
 * father gives the stretch in which it keeps resources busier than the mother
 * by most (a peak crossover, after Valls, Ballestín and Quintanilla 2008). It
 * goes where its middle stands in the mother's list, and the rest keeps the
 * mother's order as far as precedence allows (magnet-based crossover, after
 * Zamani 2013).
 */
export class ListCrosser {
  readonly #random: Random;
  readonly #fatherLoad: LoadProfile;
  readonly #motherLoad: LoadProfile;
  /** By activity, where it stands in the child; 0 while that is open. */
  readonly #parts: Uint8Array;

  constructor(project: Project, random: Random) {
    this.#random = random;
    this.#fatherLoad = new LoadProfile(project);
    this.#motherLoad = new LoadProfile(project);
    this.#parts = new Uint8Array(project.durations.length);
  }

  /**
   * @param child Filled.
   * @param direction The project in the direction of time that the child is for.
   */
  cross(father: Candidate, mother: Candidate, child: Int32Array, direction: Project): void {
    const taken = this.#takeStretch(father, mother);
    this.#sideMother(mother.list, taken, direction);
    let at = this.#copy(mother.list, before, child, 0);
    at = this.#copy(father.list, within, child, at);
    this.#copy(mother.list, after, child, at);
  }

  /** Marks what the father gives; how many activities that are. */
  #takeStretch(father: Candidate, mother: Candidate): number {
    const { makespan, finishes } = father;
    const share = shortest + this.#random.fraction() * (longest - shortest);
    const length = Math.max(1, Math.floor(makespan * share));
    const latest = makespan - this.#findPeak(father, mother, length);
    let taken = 0;
    for (let activity = 0; activity < finishes.length; activity++) {
      const finish = finishes[activity] ?? 0;
      const isTaken = finish <= latest && finish > latest - length;
      this.#parts[activity] = isTaken ? within : 0;
      if (isTaken) taken++;
    }
    return taken;
  }

  /** Where the father's stretch starts that is busier than the mother's by most, counted back from the end. */
  #findPeak(father: Candidate, mother: Candidate, length: number): number {
    const sums = this.#fatherLoad.sumUp(father);
    const others = this.#motherLoad.sumUp(mother);
    const last = Math.min(father.makespan, mother.makespan) - length;
    let peak = 0;
    let most = Number.NEGATIVE_INFINITY;
    for (let step = 0; step <= last; step++) {
      const own = (sums[step + length] ?? 0) - (sums[step] ?? 0);
      const ahead = own - (others[step + length] ?? 0) + (others[step] ?? 0);
      if (ahead <= most) continue;
      most = ahead;
      peak = step;
    }
    return peak;
  }

  /**
   * Marks the rest of the mother's list as before or after what the father
   * gives: up to its middle before, but for what follows on it, and from there
   * on after, but for what it waits for.
   */
  #sideMother(list: Int32Array, taken: number, { predecessors, successors }: Project): void {
    const parts = this.#parts;
    const middle = this.#findMiddle(list, taken);
    for (let at = 0; at < middle; at++) {
      const activity = list[at] ?? 0;
      if (parts[activity] === within) continue;
      parts[activity] = this.#hasBeside(predecessors, activity, before) ? after : before;
    }
    for (let at = list.length - 1; at > middle; at--) {
      const activity = list[at] ?? 0;
      if (parts[activity] === within) continue;
      parts[activity] = this.#hasBeside(successors, activity, after) ? before : after;
    }
  }

  /** Where half of the activities that the father gives have been met in the list. */
  #findMiddle(list: Int32Array, taken: number): number {
    let seen = 0;
    for (let at = 0; at < list.length; at++) {
      if (this.#parts[list[at] ?? 0] === within && 2 * ++seen >= taken) return at;
    }
    return list.length;
  }

  /** Whether a neighbour of the activity stands in another part than this one. */
  #hasBeside({ starts, targets }: Graph, activity: number, part: number): boolean {
    const end = starts[activity + 1] ?? 0;
    for (let i = starts[activity] ?? 0; i < end; i++) {
      if (this.#parts[targets[i] ?? 0] !== part) return true;
    }
    return false;
  }

  /** Copies the activities of one part in the order of the list; the new length. */
  #copy(list: Int32Array, part: number, child: Int32Array, length: number): number {
    let at = length;
    for (let i = 0; i < list.length; i++) {
      const activity = list[i] ?? 0;
      if (this.#parts[activity] === part) child[at++] = activity;
    }
    return at;
  }
}
