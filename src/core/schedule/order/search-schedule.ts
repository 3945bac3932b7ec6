import { Random } from "../random/random.ts";
import type { Candidate } from "./candidate.ts";
import { FinishSorter } from "./finish-sorter.ts";
import { ListCrosser } from "./list-crosser.ts";
import { ListShifter } from "./list-shifter.ts";
import { measureBounds } from "./measure-bounds.ts";
import { Population } from "./population.ts";
import type { Project } from "./project.ts";
import { reverseProject } from "./reverse-project.ts";
import { listSampler } from "./sample-list.ts";
import { serialDecoder } from "./serial-decoder.ts";

/** How long to search, and where from. */
export interface SearchOptions {
  /** Schedules to make at most, forward and backward ones alike; at least 1. */
  readonly budget: number;
  readonly seed: number;
}

/** The best schedule met. */
export interface FoundSchedule {
  /** Start of each activity, in steps, by activity. */
  readonly starts: Int32Array;
  readonly makespan: number;
  /** No schedule is shorter than this; equal to the makespan if that is proved best. */
  readonly lowerBound: number;
  /** Schedules made. */
  readonly schedules: number;
}

/**
 * Looks for a short schedule: two populations, one of schedules pushed to the
 * start of time and one pushed to its end; children of each are made into
 * schedules of the other direction, so that every step is a forward–backward
 * improvement too (after Debels and Vanhoucke 2007). Stops when the budget is
 * spent or the lower bound is met. Same seed, same schedule.
 */
export function searchSchedule(project: Project, options: SearchOptions): FoundSchedule {
  const { best: lowerBound } = measureBounds(project);
  const search = new ScheduleSearch(project, options, lowerBound);
  const { starts, makespan, schedules } = search.run();
  return { starts, makespan, lowerBound, schedules };
}

/** One direction of time. */
interface Side {
  readonly project: Project;
  readonly decode: ReturnType<typeof serialDecoder>;
  readonly shifter: ListShifter;
  readonly population: Population;
}

class ScheduleSearch {
  readonly #random: Random;
  readonly #crosser: ListCrosser;
  readonly #sorter: FinishSorter;
  readonly #sample: () => Int32Array;
  readonly #forward: Side;
  readonly #backward: Side;
  readonly #budget: number;
  readonly #size: number;
  readonly #lowerBound: number;
  readonly #durations: Int32Array;
  #best: { readonly side: Side; readonly candidate: Candidate } | undefined;
  #schedules = 0;

  constructor(project: Project, { budget, seed }: SearchOptions, lowerBound: number) {
    this.#random = new Random(seed);
    this.#crosser = new ListCrosser(project, this.#random);
    this.#sorter = new FinishSorter(project.durations.reduce((sum, steps) => sum + steps, 0));
    this.#sample = listSampler(project, this.#random);
    this.#size = Math.max(8, Math.round(Math.sqrt(budget)));
    this.#forward = this.#openSide(project);
    this.#backward = this.#openSide(reverseProject(project));
    this.#budget = budget;
    this.#lowerBound = lowerBound;
    this.#durations = project.durations;
  }

  run() {
    for (let i = 0; i < this.#size && !this.#isDone; i++) {
      const { list } = this.#make(this.#forward, this.#sample());
      if (!this.#isDone) this.#make(this.#backward, list);
    }
    const child = new Int32Array(this.#durations.length);
    for (let from = this.#forward; !this.#isDone; from = this.#across(from)) {
      for (let i = 0; i < this.#size && !this.#isDone; i++) this.#breed(from, child);
    }
    return this.#toForward();
  }

  get #isDone(): boolean {
    return this.#schedules >= this.#budget || this.#best?.candidate.makespan === this.#lowerBound;
  }

  #openSide(project: Project): Side {
    const decode = serialDecoder(project);
    const shifter = new ListShifter(project, this.#random);
    return { project, decode, shifter, population: new Population(this.#size) };
  }

  #across(side: Side): Side {
    return side === this.#forward ? this.#backward : this.#forward;
  }

  #breed(from: Side, child: Int32Array): void {
    const [one, other, mother] = [0, 1, 2].map(() => from.population.pick(this.#random));
    if (one === undefined || other === undefined || mother === undefined) return;
    const into = this.#across(from);
    this.#crosser.cross(one.cost <= other.cost ? one : other, mother, child, into.project);
    into.shifter.shift(child);
    this.#make(into, child);
  }

  #make(side: Side, list: Int32Array): Candidate {
    const finishes = new Int32Array(list.length);
    const makespan = side.decode(list, finishes);
    this.#schedules++;
    const sum = finishes.reduce((total, finish) => total + finish, 0);
    const cost = makespan + (0.999 * sum) / Math.max(1, list.length * makespan);
    const { order } = this.#across(side).project;
    const sorted = this.#sorter.sort(order, finishes, makespan);
    const candidate = { finishes, makespan, cost, list: sorted };
    side.population.add(candidate);
    if (makespan < (this.#best?.candidate.makespan ?? Infinity)) this.#best = { side, candidate };
    return candidate;
  }

  #toForward() {
    const { side, candidate } = this.#best ?? { side: this.#forward, candidate: undefined };
    const makespan = candidate?.makespan ?? 0;
    const starts = this.#durations.map((steps, activity) => {
      const finish = candidate?.finishes[activity] ?? 0;
      return side === this.#forward ? finish - steps : makespan - finish;
    });
    return { starts, makespan, schedules: this.#schedules };
  }
}
