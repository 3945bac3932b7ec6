import { readCoordinatedPlans } from "../../src/core/artifacts/read-coordinated-plans.ts";
import type { CoordinatedPlan, CoordinatedTask } from "../../src/core/model/coordinated-plan.ts";
import type { Hold } from "../../src/core/model/hold.ts";
import type { ObservedPull } from "../../src/core/model/observed-lane.ts";
import type { OutboxOp } from "../../src/core/model/outbox.ts";
import type { LaneCommit } from "../../src/flows/store-port.ts";
import type { FakeForge } from "../support/fake-forge.ts";
import type { Told } from "./scripted-github.ts";

type GateOp = Extract<OutboxOp, { kind: "gate" }>;
type Unit = { readonly scope: string; readonly resource: string; readonly unit: number };
type OwnHold = Pick<Hold, "scope" | "resource" | "unit" | "holder" | "state" | "passes">;

/**
 * Watches over a history: keeps its own books of what was stored, judges each decision by what its
 * pass was told, and the repository after each step. Knows the rules, not how they are kept. All
 * resources of the demo are exclusive to the repository.
 */
export class Ledger {
  readonly #holds = new Map<string, OwnHold>();
  readonly #frozen = new Set<string>();
  /** What each pull request needed when a success was decided, by run. */
  readonly #needed = new Map<string, ReadonlyMap<number, ReadonlySet<string>>>();
  /** Pull requests that a hold has let pass, or that froze something. */
  readonly accounted = new Set<number>();
  /** Rules that were broken, in words. */
  readonly faults: string[] = [];

  /** A decision was stored. */
  note(commit: LaneCommit, before: readonly Hold[], told: Told): void {
    this.#judgeLimits(commit, before, told);
    this.#noteHolds(commit, before);
    for (const { resource, pullNumber } of commit.freezes) {
      this.#frozen.add(resource);
      this.accounted.add(pullNumber);
    }
    for (const { pass } of commit.passes) this.accounted.add(pass.pullNumber);
    for (const { resource } of commit.thaws) this.#frozen.delete(resource);
    for (const { op } of commit.outbox) {
      if (op.kind === "add-label") this.#judgeLabel(op.issueNumber, op.label, told);
      if (op.kind === "gate" && op.verdict === "success") this.#judgeSuccess(op, told);
    }
  }

  /** A step has been made: no two open pull requests may land on one unit. */
  judge({ world }: FakeForge): void {
    const takers = new Map<string, number[]>();
    for (const { number, state, heads } of world.pulls.values()) {
      const sha = heads.at(-1)?.sha ?? "";
      const run = world.runs.get(sha)?.at(-1);
      if (state !== "open" || run?.verdict !== "success") continue;
      const needs = this.#needed.get(`${sha} ${run.externalId}`)?.get(number) ?? [];
      for (const need of needs) takers.set(need, [...(takers.get(need) ?? []), number]);
    }
    for (const [need, numbers] of takers) {
      if (numbers.length > 1) this.#fault(`#${numbers.join(" and #")} may both land on ${need}`);
    }
  }

  #noteHolds(commit: LaneCommit, before: readonly Hold[]): void {
    const byId = new Map(before.map((hold) => [hold.id, hold]));
    const change = (id: string, next: (own: OwnHold) => OwnHold) => {
      const hold = byId.get(id);
      const own = hold && this.#holds.get(toKey(hold));
      if (own) this.#holds.set(toKey(own), next(own));
    };
    for (const { holdId } of commit.releases) {
      const hold = byId.get(holdId);
      if (hold) this.#holds.delete(toKey(hold));
    }
    for (const id of commit.revoking) {
      change(id, (own) => ({ ...own, state: "revoking" }));
    }
    for (const { holdId, pass } of commit.passes) {
      change(holdId, (own) => ({ ...own, passes: [...own.passes, pass] }));
    }
    for (const grant of commit.grants) {
      if (this.#holds.has(toKey(grant)) || grant.unit > 0) {
        this.#fault(`${grant.holder.taskId} was given ${grant.resource}, which is taken`);
      }
      this.#holds.set(toKey(grant), { ...grant, state: "held", passes: [] });
    }
  }

  #judgeLabel(issueNumber: number, label: string, told: Told): void {
    if (label === "state:blocked") return;
    const issue = told.issues.get(`I_${issueNumber}`);
    const open = issue?.blockedBy.filter((other) => !isDone(other)) ?? [];
    const names = open.map(({ number }) => `#${number}`).join(", ");
    if (open.length > 0) this.#fault(`#${issueNumber} wears ${label} while ${names} is open`);
  }

  /**
   * Nobody is newly told to begin where there is no room beside what was allowed or begun. One that held
   * something before keeps its place, what people begin without being told is theirs, and what was
   * merged needs no room any more.
   */
  #judgeLimits({ outbox }: LaneCommit, before: readonly Hold[], told: Told): void {
    const wanted = listWanted(outbox, told);
    const holders = new Set(before.map(({ holder }) => holder.taskId));
    const merged = [...told.pulls.values()].filter(({ state }) => state === "merged");
    const landed = new Set(merged.flatMap(({ closes }) => closes));
    for (const plan of readPlans(told)) {
      for (const { id: limit, capacity, units } of plan.limits) {
        const takers = units.filter(([task]) => {
          const issue = plan.tasks.find(({ id }) => id === task)?.issue;
          const number = issue?.number ?? 0;
          return mayBegin.test(wanted.get(number) ?? "") && !landed.has(number);
        });
        const taken = takers.reduce((sum, [, count]) => sum + count, 0);
        if (taken <= capacity) continue;
        const added = takers.filter(([task]) => {
          const { issue } = plan.tasks.find(({ id }) => id === task) ?? {};
          const isNew = isAdded(outbox, issue?.number, "state:available");
          return isNew && !holders.has(task);
        });
        const names = added.map(([task]) => task).join(", ");
        if (names !== "") this.#fault(`${names} may begin though ${limit} has no room`);
      }
    }
  }

  #judgeSuccess(op: GateOp, told: Told): void {
    const open = [...told.pulls.values()].filter(({ state }) => state === "open");
    const pulls = open.filter(({ headSha }) => headSha === op.headSha);
    const needed = new Map(pulls.map((pull) => [pull.number, listNeeds(pull, told)]));
    this.#needed.set(`${op.headSha} ${op.externalId}`, needed);
    for (const pull of pulls) {
      const fault = this.#findFault(pull, needed.get(pull.number) ?? new Set(), told);
      if (fault !== undefined) this.#fault(`#${pull.number} may land though ${fault}`);
    }
    for (const other of open) {
      if (pulls.includes(other) || told.gates.get(other.headSha)?.verdict !== "success") continue;
      const both = [...listNeeds(other, told)].filter((need) =>
        [...needed.values()].some((needs) => needs.has(need)),
      );
      const names = pulls.map(({ number }) => `#${number}`).join(", ");
      if (both.length > 0) this.#fault(`${names} may land beside #${other.number} on ${both}`);
    }
  }

  /** Why a pull request must not land. */
  #findFault(pull: ObservedPull, needs: ReadonlySet<string>, told: Told): string | undefined {
    const named = listNamed(pull, told);
    const open = named.filter(
      ({ issue }) => told.issues.get(issue?.nodeId ?? "")?.state === "open",
    );
    const blockers = open
      .flatMap(({ issue }) => told.issues.get(issue?.nodeId ?? "")?.blockedBy ?? [])
      .filter((other) => !isDone(other) && !pull.closes.includes(other.number));
    if (pull.files === undefined) return "nobody knows its files";
    if (blockers.length > 0) return `it waits for #${blockers[0]?.number}`;
    if (needs.size > 0 && open.length === 0) return "it names no open task";
    for (const need of needs) {
      if (this.#frozen.has(need)) return `${need} is frozen`;
      const hold = [...this.#holds.values()].find(({ resource }) => resource === need);
      const isOwn = open.some(({ id }) => id === hold?.holder.taskId);
      if (!isOwn || hold?.state !== "held") return `it does not hold ${need}`;
      const isNoted = hold.passes.some(({ headSha }) => headSha === pull.headSha);
      if (!isNoted) return `its pass on ${need} is not stored`;
    }
    return undefined;
  }

  #fault(words: string): void {
    this.faults.push(words);
  }
}

/** What a pull request needs, by what its pass was told: planned, and touched. */
function listNeeds(pull: ObservedPull, told: Told): ReadonlySet<string> {
  const planned = listNamed(pull, told).flatMap(({ needs }) => needs);
  const needs = new Set<string>(planned.map(({ resource }) => resource));
  for (const path of pull.files ?? []) {
    if (path.includes("/migrations/")) needs.add("database_migrations");
    if (path.startsWith("deploy/")) needs.add("deployment_pipeline");
  }
  return needs;
}

const mayBegin = /^state:(available|claimed|in-progress)$/;

/** By issue, the label of its state once a decision is written. */
function listWanted(outbox: LaneCommit["outbox"], told: Told): ReadonlyMap<number, string> {
  const worn = [...told.issues.values()].map(
    ({ number, labels }) => [number, new Set(labels)] as const,
  );
  const labels = new Map(worn);
  for (const { op } of outbox) {
    if (op.kind === "add-label") labels.get(op.issueNumber)?.add(op.label);
    if (op.kind === "remove-label") labels.get(op.issueNumber)?.delete(op.label);
  }
  return new Map(
    [...labels].map(([number, all]) => [
      number,
      [...all].find((label) => label.startsWith("state:")) ?? "",
    ]),
  );
}

function isAdded(outbox: LaneCommit["outbox"], number: number | undefined, label: string): boolean {
  return outbox.some(
    ({ op }) => op.kind === "add-label" && op.issueNumber === number && op.label === label,
  );
}

function readPlans({ planFiles }: Told): readonly CoordinatedPlan[] {
  const plans = plansByFiles.get(planFiles) ?? readCoordinatedPlans(planFiles);
  plansByFiles.set(planFiles, plans);
  return plans;
}

function listNamed(pull: ObservedPull, told: Told): readonly CoordinatedTask[] {
  return readPlans(told)
    .flatMap(({ tasks }) => tasks)
    .filter(({ issue }) => issue !== undefined && pull.closes.includes(issue.number));
}

const plansByFiles = new WeakMap<Told["planFiles"], ReturnType<typeof readCoordinatedPlans>>();

function isDone({ state, stateReason }: { readonly state: string; readonly stateReason: unknown }) {
  return state === "closed" && stateReason === "completed";
}

function toKey({ scope, resource, unit }: Unit): string {
  return `${scope} ${resource} ${unit}`;
}
