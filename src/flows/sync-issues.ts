import type { TaskId } from "../core/model/ids.ts";
import type { ObservedIssue } from "../core/model/issue.ts";
import type { Patch, PatchSummary, TrackingStep } from "../core/model/patch.ts";
import type { IssueRef, PlanRecord } from "../core/model/record.ts";
import { buildDesiredIssues } from "../core/sync/build-desired-issues.ts";
import { buildRecord } from "../core/sync/build-record.ts";
import { diffIssues } from "../core/sync/diff-issues.ts";
import { diffTrackingIssue } from "../core/sync/diff-tracking-issue.ts";
import type { FoundRecord } from "../core/sync/list-records.ts";
import { planFolder } from "../core/sync/plan-folder.ts";
import { recogniseIssues } from "../core/sync/recognise-issues.ts";
import { recordFile, renderRecord } from "../core/sync/render-record.ts";
import { summarisePatch } from "../core/sync/summarise-patch.ts";
import { applyPatch, type WritePorts } from "./apply-patch.ts";
import type { CompiledSpec } from "./compile-spec.ts";
import type { BranchFiles, IssueReader, PlanBranch, RepositoryFacts } from "./ports.ts";

/** The doors that a sync goes through. */
export interface SyncPorts extends WritePorts {
  readonly issues: IssueReader;
  readonly branch: PlanBranch;
}

/** What was known before the sync began. */
export interface SyncContext {
  readonly repository: RepositoryFacts;
  /** The branch `keysteps` as read at the start: a commit on top of it fails if it moved on. */
  readonly branchFiles: BranchFiles;
  /** What the last apply of this spec left. */
  readonly last: FoundRecord | undefined;
  /** If true, nothing is written. */
  readonly isDryRun: boolean;
}

/** What a sync did, or what it would do. */
export interface SyncOutcome {
  readonly patch: Patch;
  readonly summary: PatchSummary;
  readonly tracking: TrackingStep | undefined;
  readonly trackingNumber: number | undefined;
  /** The branch `keysteps` held this plan and record already: no commit. */
  readonly isPlanKept: boolean;
}

/**
 * Brings a plan's issues on GitHub to what the plan wants, then its tracking issue, then keeps
 * plan and record on branch `keysteps`.
 *
 * It may stop anywhere: the next sync finds the issues made so far by their markers and goes on.
 *
 * @throws {GitHubError} if GitHub refuses a read or a write.
 */
export async function syncIssues(
  compiled: CompiledSpec,
  ports: SyncPorts,
  context: SyncContext,
): Promise<SyncOutcome> {
  const { plan, schedule } = compiled;
  const record = context.last?.record;
  const specUrl = toSpecUrl(context.repository, plan.specPath);
  const login = await ports.issues.readLogin();
  const issues = await listOwnIssues(login, record, ports.issues);
  const labels = await ports.issues.listLabels();
  const recognised = recogniseIssues(plan.id, record, { issues, labels, login });
  const desired = buildDesiredIssues(plan, schedule, { specUrl });
  const patch = diffIssues(desired, recognised, record);
  const existing = recognised.trackingIssue;

  const refs = context.isDryRun
    ? recognised.issues
    : await applyPatch(patch, recognised.issues, ports);
  const tracking = diffTrackingIssue(plan, schedule, existing, {
    specUrl,
    numbers: toNumbers(refs),
  });
  const trackingIssue = context.isDryRun
    ? existing
    : await applyTracking(tracking, existing, ports);
  const applied = buildRecord(plan, { issues: refs, trackingIssue, login }, record);
  const folder = context.last?.folder ?? planFolder(plan.id, plan.specPath);
  const files = [...compiled.artifacts, [recordFile, renderRecord(applied)] as const].map(
    ([name, text]) => [`${folder}/${name}`, text] as const,
  );
  const changed = files.filter(([path, text]) => !context.branchFiles.hasText(path, text));
  if (changed.length > 0 && !context.isDryRun) await commit(new Map(changed));
  const isPlanKept = changed.length === 0;
  const summary = summarisePatch(patch, recognised.issues);
  return { patch, summary, tracking, trackingNumber: trackingIssue?.number, isPlanKept };

  async function commit(texts: ReadonlyMap<string, string>): Promise<void> {
    const { head } = context.branchFiles;
    await ports.pace.beforeWrite("edit");
    await ports.branch.commitFiles(head, texts, "chore(keysteps): keep the applied plan");
  }
}

/**
 * The issues that our logins opened. One that is on record and not in the list is read by itself:
 * a list that is behind must never lead to a second issue.
 */
async function listOwnIssues(
  login: string,
  record: PlanRecord | undefined,
  reader: IssueReader,
): Promise<readonly ObservedIssue[]> {
  const listed = await reader.listIssuesBy([...new Set([login, ...(record?.logins ?? [])])]);
  const known = new Set(listed.map(({ nodeId }) => nodeId));
  const recorded = [record?.trackingIssue, ...(record?.tasks ?? []).map(({ issue }) => issue)];
  const missing: ObservedIssue[] = [];
  for (const ref of recorded) {
    const issue = ref && !known.has(ref.nodeId) ? await reader.readIssue(ref.number) : undefined;
    if (issue) missing.push(issue);
  }
  return [...listed, ...missing];
}

async function applyTracking(
  step: TrackingStep | undefined,
  existing: ObservedIssue | undefined,
  { writer, pace }: WritePorts,
): Promise<IssueRef | undefined> {
  if (!step) return existing;
  await pace.beforeWrite(step.kind === "create-tracking" ? "content" : "edit");
  if (step.kind === "create-tracking") return writer.createIssue(step);
  await writer.updateIssue(step.number, step.changes);
  return existing;
}

function toNumbers(refs: ReadonlyMap<TaskId, IssueRef>): ReadonlyMap<TaskId, number> {
  return new Map([...refs].map(([id, ref]) => [id, ref.number]));
}

function toSpecUrl({ webUrl, defaultBranch }: RepositoryFacts, specPath: string): string {
  return `${webUrl}/blob/${encodeURIComponent(defaultBranch)}/${specPath.split("/").map(encodeURIComponent).join("/")}`;
}
