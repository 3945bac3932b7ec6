import type { TaskId } from "../core/model/ids.ts";
import type { ObservedIssue, RecognisedIssues } from "../core/model/issue.ts";
import type { IssueKey, Patch, PatchSummary, TrackingStep } from "../core/model/patch.ts";
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
import { keepPlan } from "./keep-plan.ts";
import { observePlan } from "./observe-plan.ts";
import type {
  BoardStore,
  BranchFiles,
  FieldStore,
  PlanBranch,
  RepositoryFacts,
  WriteKind,
} from "./ports.ts";
import { type ApplyLimits, refuseLargePatch } from "./refuse-large-patch.ts";
import { openBoard, previewBoard, syncBoard } from "./sync-board.ts";
import { openFields, syncFields, type WantedFields } from "./sync-fields.ts";

/** The doors that a sync goes through. */
export interface SyncPorts extends WritePorts {
  readonly boards: BoardStore;
  readonly fields: FieldStore;
  readonly branch: PlanBranch;
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
  /** What GitHub has of the plan, where that was read already. */
  readonly seen?: RecognisedIssues | undefined;
  /** With this spec the run has applied all that changed up to `ref`. */
  readonly isLast: boolean;
  readonly limits: ApplyLimits;
  /** `undefined`: issues that are not ours are left alone. */
  readonly adopt: AdoptOptions | undefined;
  /** If true, nothing is written. */
  readonly isDryRun: boolean;
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
 * It may stop anywhere: the next sync finds the issues made so far by their markers and goes on.
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
  const { repository, isDryRun, sourceCommit } = context;
  const record = context.last?.record;
  const specUrl = toSpecUrl(repository, plan.specPath);
  const observed =
    context.seen ?? (await observePlan(plan.id, record, repository.login, ports.issues));
  const trusted = [repository.login, ...(record?.logins ?? [])];
  const adopted = await adoptIssues(plan, observed, context.adopt, trusted, ports.issues);
  const { recognised } = adopted;
  const folder = context.last?.folder ?? planFolder(plan.id, plan.specPath);
  const desired = buildDesiredIssues(plan, schedule, {
    ...{ specUrl, webUrl: repository.webUrl },
    ...{ record, sourceCommit },
  });
  const existing = recognised.trackingIssue;
  const known = listKnown(recognised);
  const opening =
    existing || plan.tasks.length === 0
      ? undefined
      : openTrackingIssue(plan, schedule, toTrackingContext(known, { steps: [], flags: [] }));
  const patch = diffIssues(desired, recognised, record, opening);
  if (!isDryRun) refuseLargePatch(patch, plan.specPath, context.limits);
  if (!isDryRun) ports.expect?.([...patch.steps.map(toWriteKind), "edit"]);
  const wish = plan.config.board;
  const board = wish && !isDryRun ? await openBoard(wish, ports) : undefined;
  const names = plan.config.issueFields?.fields;
  const isPreview = isDryRun && context.isThorough === true;
  const isOpened = names !== undefined && (isPreview || !isDryRun);
  const wantedFields = isOpened ? await openFields(names, compiled, ports) : undefined;
  const branchFiles = await openBranch();

  const written = isDryRun
    ? { refs: known, parents: new Map<TaskId, string>() }
    : await applyPatch(patch, known, ports);
  const { refs } = written;
  const trackingIssue = refs.get("tracking");
  const diffTracking = (observed: ObservedIssue) =>
    diffTrackingIssue(plan, schedule, observed, toTrackingContext(refs, patch));
  const tracking = await refreshTracking();
  if (!isDryRun) await applyTracking(tracking, ports);
  const extras = [
    ...(board ? await syncBoard(board, compiled, pickTasks(refs), ports) : []),
    ...(wish && isPreview ? await previewBoard(wish, compiled, listAll(), ports) : []),
    ...(wantedFields ? await applyFields(wantedFields) : []),
  ];
  const isPlanKept = !(await keep({
    ...{ issues: pickTasks(refs), groups: pickGroups(refs), parents: written.parents },
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
    if (isDryRun || trackingIssue === undefined || (existing && !step)) return step;
    const [now] = (await ports.issues.observe([trackingIssue])).issues;
    return now === undefined ? step : diffTracking(now);
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
   * Made before the first issue: a token that may not write to it must not leave issues behind. What is taken
   * over is kept there before it is written to, so that a run without `adopt` finds it again.
   */
  async function openBranch(): Promise<BranchFiles> {
    const { branchFiles: read } = context;
    const [path, begun] = [`${folder}/${recordFile}`, beginRecord()];
    const isKept = begun === undefined || read.hasText(path, begun);
    if ((read.head !== undefined && isKept) || isDryRun) return read;
    await ports.pace.beforeWrite("content", read.head === undefined ? 3 : 1);
    const texts = new Map([
      ...(read.head === undefined ? [["README.md", branchReadme] as const] : []),
      ...(begun === undefined ? [] : [[path, begun] as const]),
    ]);
    const head = await ports.branch.commitFiles(read.head, texts, "chore(keysteps): begin");
    return { ...read, head };
  }

  function beginRecord(): string | undefined {
    if (adopted.adoptions.length === 0) return undefined;
    const { groups } = recognised;
    const taken = { issues: pickTasks(known), groups, trackingIssue: existing };
    const begun = buildBegunRecord(plan, { ...taken, login: repository.login }, record);
    return renderRecord(begun);
  }

  /** Whether anything was committed, or would be. */
  async function keep(applied: Applied): Promise<boolean> {
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
    if (isSame || isDryRun) return !isSame;
    const noted = context.isLast ? context.ref : undefined;
    return keepPlan(ports, branchFiles, toTexts(context.ref), noted);
  }
}

const branchReadme =
  "Keysteps keeps the plans that it applied on this branch. It reads them again: leave it to Keysteps.\n";

async function applyTracking(
  step: TrackingStep | undefined,
  { writer, pace }: WritePorts,
): Promise<void> {
  if (!step) return;
  await pace.beforeWrite("edit");
  await writer.updateIssue(step.number, step.changes);
}

function toSpecUrl({ webUrl, defaultBranch }: RepositoryFacts, specPath: string): string {
  return `${webUrl}/blob/${encodePath(defaultBranch)}/${encodePath(specPath)}`;
}
