import type { Random } from "../random/random.ts";
import type { Candidate } from "./candidate.ts";

/** Candidates that differ in less than this share of their activities are of one kind. */
const kindShare = 0.2;

/**
 * The best candidates met so far, one of each kind: a newcomer that is much
 * like one of them can only take that one's place, else it takes the place of
 * the worst. So a good schedule does not fill the whole population with its
 * likes.
 */
export class Population {
  readonly #size: number;
  readonly #members: Candidate[] = [];

  constructor(size: number) {
    this.#size = size;
  }

  add(newcomer: Candidate): void {
    const members = this.#members;
    const isFull = members.length >= this.#size;
    const worst = this.#findWorst();
    if (isFull && newcomer.cost > (members[worst]?.cost ?? 0)) return;
    const like = this.#findLike(newcomer);
    if (like < 0) members[isFull ? worst : members.length] = newcomer;
    else if (newcomer.cost <= (members[like]?.cost ?? 0)) members[like] = newcomer;
  }

  pick(random: Random): Candidate | undefined {
    return this.#members[random.below(this.#members.length)];
  }

  #findWorst(): number {
    let worst = 0;
    for (let i = 1; i < this.#members.length; i++) {
      if ((this.#members[i]?.cost ?? 0) > (this.#members[worst]?.cost ?? 0)) worst = i;
    }
    return worst;
  }

  /** The member of the same kind that is most like the newcomer; -1 if there is none. */
  #findLike({ finishes }: Candidate): number {
    let like = -1;
    let least = kindShare * finishes.length;
    for (let i = 0; i < this.#members.length; i++) {
      const others = this.#members[i]?.finishes ?? finishes;
      let differing = 0;
      for (let k = 0; k < finishes.length && differing < least; k++) {
        if (finishes[k] !== others[k]) differing++;
      }
      if (differing >= least) continue;
      least = differing;
      like = i;
    }
    return like;
  }
}
