import type { LaneGitHub } from "../../src/flows/lane-ports.ts";
import { forgeReader } from "./forge-reader.ts";
import type { ForgeHead, ForgeIssue, ForgePull, ForgeRun, ForgeWorld } from "./forge-world.ts";
import { forgeWriter } from "./forge-writer.ts";

/** What a pull request is opened with. */
export interface NewPull {
  readonly closes?: readonly number[];
  readonly files?: readonly string[] | undefined;
  /** A commit that is there already, with its files. */
  readonly head?: ForgeHead;
  readonly baseBranch?: string;
}

/**
 * One repository of a GitHub in memory, for coordinating: what people do to it, and the doors of
 * `LaneReader` and `LaneWriter`. Every change makes a new world; reads may lag behind.
 */
export class FakeForge implements LaneGitHub {
  /** The moments so far, newest last. */
  readonly #worlds: ForgeWorld[] = [
    { issues: new Map(), pulls: new Map(), runs: new Map(), comments: new Map() },
  ];
  readonly #clock: () => number;
  #lastNumber = 0;
  #lastCommit = 0;
  /** Files below `plans/` of branch `keysteps`. */
  planFiles: ReadonlyMap<string, string> = new Map();
  /** `.github/keysteps.yml`. */
  configText: string | undefined;
  /** How many changes reads are behind. */
  lag = 0;
  /** Pull requests that were merged though their gate was shut. */
  readonly bypassed: number[] = [];
  /** One line for each write of ours that took effect. */
  readonly writes: string[] = [];
  readonly reader = forgeReader(this);
  readonly writer = forgeWriter(this);

  /** @param clock Epoch milliseconds. */
  constructor(clock: () => number) {
    this.#clock = clock;
  }

  get now(): number {
    return this.#clock();
  }

  /** How things are. */
  get world(): ForgeWorld {
    return this.#worlds.at(-1) as ForgeWorld;
  }

  /** How things look to those who read. */
  get shown(): ForgeWorld {
    return this.#worlds[Math.max(0, this.#worlds.length - 1 - this.lag)] as ForgeWorld;
  }

  change(parts: Partial<ForgeWorld>): void {
    this.#worlds.push({ ...this.world, ...parts });
    if (this.#worlds.length > 20) this.#worlds.shift();
  }

  openIssue(issue: Partial<ForgeIssue> = {}): number {
    const number = issue.number ?? this.#nextNumber();
    this.#lastNumber = Math.max(number, this.#lastNumber);
    this.#putIssue({ ...quietIssue, title: `Issue ${number}`, ...issue, number });
    return number;
  }

  claim(number: number, login: string): void {
    const { assignees } = this.issue(number);
    this.editIssue(number, { assignees: [...new Set([...assignees, login])] });
  }

  unclaim(number: number): void {
    this.editIssue(number, { assignees: [] });
  }

  closeIssue(number: number, stateReason: "completed" | "not_planned" = "completed"): void {
    this.editIssue(number, { state: "closed", stateReason, closedAt: this.now });
  }

  reopenIssue(number: number): void {
    this.editIssue(number, { state: "open", stateReason: "reopened", closedAt: undefined });
  }

  addLink(blocked: number, blocking: number): void {
    const { blockedBy } = this.issue(blocked);
    this.editIssue(blocked, { blockedBy: [...new Set([...blockedBy, blocking])] });
  }

  removeLink(blocked: number, blocking: number): void {
    const { blockedBy } = this.issue(blocked);
    this.editIssue(blocked, { blockedBy: blockedBy.filter((other) => other !== blocking) });
  }

  editIssue(number: number, parts: Partial<ForgeIssue>): void {
    this.#putIssue({ ...this.issue(number), ...parts });
  }

  openPull({ closes = [], files = [], head, baseBranch = "main" }: NewPull = {}): number {
    const number = this.#nextNumber();
    const heads = [head ?? { sha: this.#nextSha(), files }];
    const pull = { number, heads, state: "open", mergedAt: undefined } as const;
    this.#putPull({ ...pull, baseBranch, closes, unlockedAt: undefined });
    return number;
  }

  /** Like `openPull`, with files that GitHub does not list. */
  openVastPull(closes: readonly number[] = []): number {
    return this.openPull({ closes, head: { sha: this.#nextSha(), files: undefined } });
  }

  /** A new head commit; the files stay if none are given. */
  push(number: number, files = this.head(number).files): void {
    this.forcePush(number, { sha: this.#nextSha(), files });
  }

  /** Any commit becomes the head, one that was it before too. */
  forcePush(number: number, head: ForgeHead): void {
    this.editPull(number, { heads: [...this.pull(number).heads, head] });
  }

  closePull(number: number): void {
    this.editPull(number, { state: "closed" });
  }

  reopenPull(number: number): void {
    this.editPull(number, { state: "open" });
  }

  labelPull(number: number, label: string): void {
    if (label.toLowerCase() === "keysteps:unlock") this.editPull(number, { unlockedAt: this.now });
  }

  editPull(number: number, parts: Partial<ForgePull>): void {
    this.#putPull({ ...this.pull(number), ...parts });
  }

  /** Whether the required gate stands open on the head of an open pull request. */
  isMergeable(number: number): boolean {
    const { state } = this.pull(number);
    return state === "open" && this.gate(this.head(number).sha)?.verdict === "success";
  }

  /**
   * Merges; issues are closed with it, as soon as `closeMerged` says so if `isLate`.
   *
   * @throws {Error} if the gate is shut and nobody bypasses it.
   */
  merge(number: number, { isBypassed = false, isLate = false } = {}): void {
    const isShut = !this.isMergeable(number);
    if (isShut && !isBypassed) throw new Error(`the gate of #${number} is shut`);
    if (isShut) this.bypassed.push(number);
    this.editPull(number, { state: "merged", mergedAt: this.now });
    if (!isLate) this.closeMerged();
  }

  /** GitHub gets round to closing what merged pull requests close, each once. */
  closeMerged(): void {
    for (const pull of this.world.pulls.values()) {
      if (pull.state !== "merged" || pull.baseBranch !== "main") continue;
      for (const number of pull.closes) {
        const key = `${pull.number} ${number}`;
        const isDone = this.#closed.has(key) || !this.world.issues.has(number);
        this.#closed.add(key);
        if (!isDone && this.issue(number).state === "open") this.closeIssue(number);
      }
    }
  }

  readonly #closed = new Set<string>();

  issue(number: number): ForgeIssue {
    return this.#find(this.world.issues, number);
  }

  pull(number: number): ForgePull {
    return this.#find(this.world.pulls, number);
  }

  head(number: number): ForgeHead {
    return this.pull(number).heads.at(-1) as ForgeHead;
  }

  /** The newest run of the gate on a commit. */
  gate(sha: string): ForgeRun | undefined {
    return this.world.runs.get(sha)?.at(-1);
  }

  /** The newest verdict and title on a pull request's head, for reading in tests. */
  gateOf(number: number): string {
    const gate = this.gate(this.head(number).sha);
    return gate ? `${gate.verdict}: ${gate.title}` : "none";
  }

  #find<Thing>(things: ReadonlyMap<number, Thing>, number: number): Thing {
    const thing = things.get(number);
    if (thing === undefined) throw new Error(`there is no #${number}`);
    return thing;
  }

  #putIssue(issue: ForgeIssue): void {
    this.change({ issues: new Map(this.world.issues).set(issue.number, issue) });
  }

  #putPull(pull: ForgePull): void {
    this.change({ pulls: new Map(this.world.pulls).set(pull.number, pull) });
  }

  #nextNumber(): number {
    this.#lastNumber += 1;
    return this.#lastNumber;
  }

  #nextSha(): string {
    this.#lastCommit += 1;
    return this.#lastCommit.toString(16).padStart(40, "c");
  }
}

const quietIssue = {
  state: "open",
  stateReason: undefined,
  closedAt: undefined,
  labels: [],
  assignees: [],
  blockedBy: [],
} as const;
