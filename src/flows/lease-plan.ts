import { ConflictError, GitHubError } from "../core/errors.ts";
import { leaseMs, type PlanLease } from "../core/model/lease.ts";
import { appliedFile, renderApplied } from "../core/sync/applied-file.ts";
import { judgeLease } from "../core/sync/lease/judge-lease.ts";
import { leaseFile, renderLease } from "../core/sync/lease/lease-file.ts";
import type { FoundRecord } from "../core/sync/list-records.ts";
import { plansFolder } from "../core/sync/plan-folder.ts";
import { begunFile } from "../core/sync/render-record.ts";
import type { BranchFiles, Pace, PlanBranch, ThisRun } from "./ports.ts";

/** The doors that a plan is leased and kept through. */
export interface LeasePorts {
  readonly branch: PlanBranch;
  readonly pace: Pace;
  readonly run: ThisRun;
  /** Told why, before another run is waited for; left out where nobody watches. */
  readonly onConflict?: (reason: string) => void;
  /** Given how to give the lease back, once it is taken: for a run that is stopped from outside. */
  readonly onLease?: (release: () => Promise<void>) => void;
}

/** Where a plan is kept, as read at the start. */
interface LeasedPlan {
  readonly folder: string;
  readonly branchFiles: BranchFiles;
}

/** The right of one run to make issues for a plan, kept on branch `keysteps`. */
export interface Lease {
  /**
   * Makes sure that no other run is at work on the plan.
   *
   * @throws {ConflictError} if one is.
   */
  requireFree(last: FoundRecord | undefined, specPath: string): void;
  /** Takes it, by one commit that fails if the branch has moved on, together with the record of what is begun. */
  begin(plan: LeasedPlan, begun: string, facts: Pick<PlanLease, "login" | "isUndo">): Promise<void>;
  /** Before each write: renews it where half its time is over, by a commit that fails if another run has taken it. */
  renew(): Promise<void>;
  /**
   * Keeps texts of the plan and gives the lease back, in one commit; none where they stand there already.
   *
   * @param texts Text by path.
   * @param applied The commit that a run has applied all specs of; noted beside what changed, never by itself.
   * @returns Whether anything was committed.
   */
  keep(
    plan: LeasedPlan,
    texts: ReadonlyMap<string, string>,
    applied: string | undefined,
  ): Promise<boolean>;
  /** Gives it back without an end, so that the next run need not wait; where that fails its time runs out. */
  release(): Promise<void>;
}

interface Held {
  readonly folder: string;
  readonly lease: PlanLease;
  head: string;
}

/** Other plans are kept on the same branch, so it may move on without anybody taking the lease. */
const mostTries = 5;

/**
 * A lease that nobody holds yet. While it is held no other run writes to the plan; who holds it and is cut
 * off for longer than it lasts finds it taken before the next write, and stops.
 */
export function leasePlan({ branch, pace, run, onLease }: LeasePorts): Lease {
  let held: Held | undefined;
  let isReleased = false;
  return { requireFree, begin, renew, keep, release };

  function requireFree(last: FoundRecord | undefined, specPath: string): void {
    const lease = last?.lease;
    const endsAt = judgeLease(lease, run, run.now());
    if (lease === undefined || endsAt === undefined) return;
    const [since, until] = [lease.begunAt, endsAt].map((at) => new Date(at).toISOString());
    const of = lease.workflow === undefined ? "" : `, workflow run ${lease.workflow.id}`;
    throw new ConflictError(
      `Cannot apply ${specPath}: another run has been at it since ${since} (${lease.login}${of}); wait for its end, or if it was cut off until ${until}, and run it again: it goes on from there`,
    );
  }

  async function begin(
    { folder, branchFiles: { head } }: LeasedPlan,
    begun: string,
    facts: Pick<PlanLease, "login" | "isUndo">,
  ): Promise<void> {
    await pace.beforeWrite("content", head === undefined ? 3 : 1);
    const now = toSecond(run.now());
    const { id, workflow } = run;
    const lease: PlanLease = {
      ...{ version: 1, run: id, ...(workflow && { workflow }) },
      ...{ ...facts, begunAt: now, renewedAt: now },
    };
    const texts = new Map([
      ...(head === undefined ? [["README.md", branchReadme] as const] : []),
      [`${folder}/${begunFile}`, begun],
      [`${folder}/${leaseFile}`, renderLease(lease)],
    ]);
    held = {
      ...{ folder, lease },
      head: await branch.commitFiles(head, texts, "chore(keysteps): begin"),
    };
    onLease?.(release);
  }

  async function renew(): Promise<void> {
    if (isReleased) throw new ConflictError("Cannot write any more: the plan was given back");
    if (held === undefined) return;
    const now = toSecond(run.now());
    const { folder, lease } = held;
    if (now - lease.renewedAt < leaseMs / 2) return;
    await pace.beforeWrite("content");
    const renewed = { ...lease, renewedAt: toSecond(run.now()) };
    const head = await commit(
      held,
      new Map([[`${folder}/${leaseFile}`, renderLease(renewed)]]),
      "chore(keysteps): at work",
    );
    held = { folder, lease: renewed, head };
  }

  async function keep(
    { folder, branchFiles }: LeasedPlan,
    texts: ReadonlyMap<string, string>,
    applied: string | undefined,
  ): Promise<boolean> {
    const changed = [...texts].filter(([path, text]) => !branchFiles.hasText(path, text));
    const notes = [`${folder}/${begunFile}`, `${folder}/${leaseFile}`];
    const gone = held ? notes : notes.filter((path) => branchFiles.files.has(path));
    if (changed.length === 0 && gone.length === 0) return false;
    const files = new Map<string, string | undefined>([
      ...changed,
      ...gone.map((path) => [path, undefined] as const),
      ...(applied === undefined
        ? []
        : [[`${plansFolder}/${appliedFile}`, renderApplied(applied)] as const]),
    ]);
    await pace.beforeWrite("content");
    const message = "chore(keysteps): keep the applied plan";
    if (held) await commit(held, files, message);
    else await branch.commitFiles(branchFiles.head, files, message);
    held = undefined;
    return true;
  }

  async function release(): Promise<void> {
    isReleased = true;
    if (held === undefined) return;
    const { folder, lease } = held;
    const released = { ...lease, renewedAt: toSecond(run.now()), isReleased: true as const };
    const files = new Map([[`${folder}/${leaseFile}`, renderLease(released)]]);
    await commit(held, files, "chore(keysteps): cut short").catch(() => undefined);
    held = undefined;
  }

  async function commit(
    { folder, lease, head }: Held,
    files: ReadonlyMap<string, string | undefined>,
    message: string,
  ): Promise<string> {
    let at = head;
    for (let tries = 1; ; tries++) {
      try {
        return await branch.commitFiles(at, files, message);
      } catch (error) {
        if (tries === mostTries || !isMovedOn(error)) throw error;
        const now = await branch.readFiles(plansFolder, [leaseFile]);
        const isOurs = now.files.get(`${folder}/${leaseFile}`) === renderLease(lease);
        if (!isOurs || now.head === undefined) throw error;
        at = now.head;
      }
    }
  }
}

/** The branch is not where it was seen: somebody has committed to it, or made it. */
export function isMovedOn(error: unknown): boolean {
  if (!(error instanceof GitHubError) || error.remedy !== "try-later") return false;
  return error.status === 409 || error.status === 422;
}

const branchReadme =
  "Keysteps keeps the plans that it applied on this branch. It reads them again: leave it to Keysteps.\n";

/** GitHub tells when an issue was opened in whole seconds. */
function toSecond(at: number): number {
  return Math.floor(at / 1000) * 1000;
}
