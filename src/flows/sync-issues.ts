import type { TaskId } from "../core/model/ids.ts";
import type { ObservedIssue, RecognisedIssues } from "../core/model/issue.ts";
import type {
  IssueKey,
  Patch,
  PatchStep,
  PatchSummary,
  TrackingStep,
} from "../core/model/patch.ts";
import type { Plan } from "../core/model/plan.ts";
import type { IssueRef } from "../core/model/record.ts";
import { buildBegunRecord } from "../core/sync/build-begun-record.ts";
import { buildDesiredIssues } from "../core/sync/build-desired-issues.ts";
import { type Applied, buildRecord } from "../core/sync/build-record.ts";
import { diffIssues } from "../core/sync/diff-issues.ts";
import { diffTrackingIssue, openTrackingIssue } from "../core/sync/diff-tracking-issue.ts";
import { listDoneTasks } from "../core/sync/list-done-tasks.ts";
import { listKnown, pickGroups, pickTasks } from "../core/sync/list-known.ts";
import type { FoundRecord } from "../core/sync/list-records.ts";
import { planFolder } from "../core/sync/plan-folder.ts";
import { recordFile, renderRecord } from "../core/sync/render-record.ts";
import { summarisePatch } from "../core/sync/summarise-patch.ts";
import { encodePath } from "../core/text/encode-path.ts";
import { type AdoptOptions, adoptIssues } from "./adopt-issues.ts";
import { applyPatch, toWriteKind, type WritePorts } from "./apply-patch.ts";
import type { CompiledSpec } from "./compile-spec.ts";
import type { Lease, LeasePorts } from "./lease-plan.ts";
import { observeUnrecorded } from "./observe-plan.ts";
import type { BoardStore, BranchFiles, FieldStore, RepositoryFacts, WriteKind } from "./ports.ts";
import { type ApplyLimits, refuseLargePatch } from "./refuse-large-patch.ts";
import { openBoard, previewBoard, syncBoard } from "./sync-board.ts";
import { openFields, syncFields, type WantedFields } from "./sync-fields.ts";
import { writeFresh } from "./write-fresh.ts";

/** The doors that a sync goes through. */
export interface SyncPorts extends WritePorts, LeasePorts {
  readonly boards: BoardStore;
  readonly fields: FieldStore;
  /** Told the writes to issues that are to come, before the first; left out where nobody watches. */
  readonly expect?: (kinds: readonly WriteKind[]) => void;
}

/** What was known before the sync began. */
export interface SyncContext {
  readonly repository: RepositoryFacts;
  /** The commit that the spec was read at, as far as GitHub knows it. */
  readonly ref: string | undefined;
  /** The commit that links to the spec's lines name; `undefined` where GitHub may not know it. */
  readonly sourceCommit: string | undefined;
  /** The branch `keysteps` as read at the start: a commit on top of it fails if it moved on. */
  readonly branchFiles: BranchFiles;
  /** What the last apply of this spec left. */
  readonly last: FoundRecord | undefined;
  /** What GitHub has of that. */
  readonly seen: RecognisedIssues | undefined;
  /** An apply that had gone through is taken back. */
  readonly isUndo?: true;
  /** With this spec the run has applied all that changed up to `ref`. */
  readonly isLast: boolean;
  readonly limits: ApplyLimits;
  /** `undefined`: issues that are not ours are left alone. */
  readonly adopt: AdoptOptions | undefined;
  /** Tasks that left the plan and whose issues are given back to people; none if left out. */
  readonly released?: ReadonlySet<TaskId>;
  /** What it writes under; `undefined` where nothing is written. */
  readonly lease: Lease | undefined;
  /** A dry run looks at the board and at fields of issues too, which a job's token may not. */
  readonly isThorough?: boolean;
}

/** What a sync did, or what it would do. */
export interface SyncOutcome {
  readonly patch: Patch;
  readonly summary: PatchSummary;
  readonly tracking: TrackingStep | undefined;
  readonly trackingNumber: number | undefined;
  /** The branch `keysteps` held this plan and record already: no commit. */
  readonly isPlanKept: boolean;
  /** Writes beside the issues, one line each. */
  readonly extras: readonly string[];
}

/**
 * Brings a plan's issues on GitHub to what the plan wants, then its tracking issue, then keeps
 * plan and record on branch `keysteps`.
 *
 * It may stop anywhere: the next sync finds the issues made so far by what was begun and goes on.
 *
 * @throws {InputError} if it would create or close more issues than is allowed.
 * @throws {GitHubError} if GitHub refuses a read or a write.
 */
export async function syncIssues(
  compiled: CompiledSpec,
  ports: SyncPorts,
  context: SyncContext,
): Promise<SyncOutcome> {
  const { plan, schedule } = compiled;
  const { repository, sourceCommit, lease } = context;
  const isDryRun = lease === undefined;
  const record = context.last?.record;
  const specUrl = toSpecUrl(repository, plan.specPath);
  const observed = context.seen ?? (await observeFirst(plan, context, ports));
  const trusted = [repository.login, ...(record?.logins ?? [])];
  const adopted = await adoptIssues(plan, observed, context.adopt, trusted, ports.issues);
  const { recognised } = adopted;
  const adoptedTitles = new Map(
    adopted.adoptions.map(({ taskId, issue }) => [taskId, issue.title]),
  );
  const folder = context.last?.folder ?? planFolder(plan.id, plan.specPath);
  const desired = buildDesiredIssues(plan, schedule, {
    ...{ specUrl, webUrl: repository.webUrl },
    wholeUrl: `${repository.webUrl}/blob/keysteps/${encodePath(folder)}/tasks.json`,
    ...{ record, sourceCommit },
  });
  const existing = recognised.trackingIssue;
  const known = listKnown(recognised);
  const opening =
    existing || plan.tasks.length === 0
      ? undefined
      : openTrackingIssue(plan, schedule, toTrackingContext(known, { steps: [], flags: [] }));
  const patch = diffIssues(desired, recognised, record, opening, context.released);
  if (!isDryRun) refuseLargePatch(patch, plan.specPath, context.limits);
  if (!isDryRun) ports.expect?.([...patch.steps.map(toWriteKind), "edit"]);
  const wish = plan.config.board;
  const board = wish && !isDryRun ? await openBoard(wish, ports) : undefined;
  const names = plan.config.issueFields?.fields;
  const isPreview = isDryRun && context.isThorough === true;
  const isOpened = names !== undefined && (isPreview || !isDryRun);
  const wantedFields = isOpened ? await openFields(names, compiled, ports) : undefined;
  if (lease) await begin(lease);

  const written = isDryRun
    ? { refs: known, parents: new Map<TaskId, string>() }
    : await applyPatch(patch, known, { ...ports, renew: lease.renew });
  const { refs } = written;
  const trackingIssue = refs.get("tracking");
  const diffTracking = (observed: ObservedIssue) =>
    diffTrackingIssue(plan, schedule, observed, toTrackingContext(refs, patch));
  const tracking = await refreshTracking();
  const extras = [
    ...(board ? await syncBoard(board, compiled, pickTasks(refs), ports) : []),
    ...(wish && isPreview ? await previewBoard(wish, compiled, listAll(), ports) : []),
    ...(wantedFields ? await applyFields(wantedFields) : []),
  ];
  const isPlanKept = !(await keep({
    ...{ issues: pickTasks(refs), groups: pickGroups(refs), parents: written.parents },
    ...{ theirs: patch.theirs, labels: patch.labels, adoptedTitles },
    ...(context.released && { released: context.released }),
    ...{ trackingIssue, login: repository.login },
  }));
  const summary = summarisePatch(patch, recognised.issues, record, adopted);
  return { patch, summary, tracking, trackingNumber: trackingIssue?.number, isPlanKept, extras };

  function toTrackingContext(
    issues: ReadonlyMap<IssueKey, IssueRef>,
    changes: Pick<Patch, "steps" | "flags">,
  ): Parameters<typeof diffTrackingIssue>[3] {
    const numbers = new Map([...pickTasks(issues)].map(([id, { number }]) => [id, number]));
    return { specUrl, numbers, done: listDoneTasks(plan, recognised.issues, changes) };
  }

  /** Its text is read again before it is written: people may have written there while the issues were. */
  async function refreshTracking(): Promise<TrackingStep | undefined> {
    const step = existing && diffTracking(existing);
    if (lease === undefined || trackingIssue === undefined || (existing && !step)) return step;
    return writeFresh("edit", { pace: ports.pace, renew: lease.renew }, async () => {
      const [now] = (await ports.issues.observe([trackingIssue], false)).issues;
      const fresh = now === undefined ? step : diffTracking(now);
      if (fresh) await ports.writer.updateIssue(fresh.number, fresh.changes);
      return fresh;
    });
  }

  function applyFields(wanted: WantedFields): Promise<readonly string[]> {
    const issues = listAll();
    return syncFields(wanted, { issues, known: recognised.issues, isDryRun }, ports);
  }

  /** The tasks' issues; of a dry run also those that would be made. */
  function listAll(): ReadonlyMap<TaskId, IssueRef | undefined> {
    const made = patch.steps.flatMap((step) =>
      step.kind === "create-issue" ? [[step.taskId, undefined] as const] : [],
    );
    return new Map<TaskId, IssueRef | undefined>([...made, ...pickTasks(refs)]);
  }

  /**
   * Before the first issue is made the branch says so: no other run makes any meanwhile, and one that goes on
   * from here knows which task each was to be for. A token that may not write there leaves no issues behind.
   */
  async function begin(lease: Lease): Promise<void> {
    const isMaking = patch.steps.some(({ kind }) => makingKinds.has(kind));
    const isTaking = adopted.adoptions.length > 0;
    if (!isMaking && !isTaking && context.branchFiles.head !== undefined) return;
    const { groups } = recognised;
    const taken = { issues: pickTasks(known), groups, trackingIssue: existing, adoptedTitles };
    const begun = buildBegunRecord(plan, { ...taken, login: repository.login }, record);
    const facts = { login: repository.login, ...(context.isUndo && { isUndo: context.isUndo }) };
    await lease.begin({ folder, branchFiles: context.branchFiles }, renderRecord(begun), facts);
  }

  /** Whether anything was committed, or would be. */
  async function keep(applied: Applied): Promise<boolean> {
    const { branchFiles } = context;
    const toTexts = (commit: string | undefined) => {
      const text = renderRecord(buildRecord(plan, { ...applied, commit, sourceCommit }, record));
      return new Map(
        [...compiled.artifacts, [recordFile, text] as const].map(
          ([name, content]) => [`${folder}/${name}`, content] as const,
        ),
      );
    };
    const isSame = [...toTexts(record?.commit)].every(([path, text]) =>
      branchFiles.hasText(path, text),
    );
    if (lease === undefined) return !isSame;
    if (isSame && context.last?.lease === undefined) return false;
    const noted = context.isLast ? context.ref : undefined;
    return lease.keep({ folder, branchFiles }, toTexts(context.ref), noted);
  }
}

const makingKinds: ReadonlySet<PatchStep["kind"]> = new Set([
  ...(["create-tracking", "create-group", "create-issue"] as const),
]);

/** Of a plan that nothing is on record of. */
function observeFirst(
  plan: Plan,
  { repository, branchFiles, adopt, lease }: SyncContext,
  { issues, branch }: SyncPorts,
): Promise<RecognisedIssues> {
  const onMarked = lease === undefined ? "ignore" : "refuse";
  const place = { issues, branch, head: branchFiles.head };
  return observeUnrecorded(plan, repository.login, adopt === undefined ? onMarked : "take", place);
}

function toSpecUrl({ webUrl, defaultBranch }: RepositoryFacts, specPath: string): string {
  return `${webUrl}/blob/${encodePath(defaultBranch)}/${encodePath(specPath)}`;
}
