import { InputError } from "../core/errors.ts";
import type { Config } from "../core/model/config.ts";
import type { TaskId } from "../core/model/ids.ts";
import type { PlanRecord } from "../core/model/record.ts";
import { type FoundRecord, listRecords, recordFiles } from "../core/sync/list-records.ts";
import { parseRecord } from "../core/sync/parse-record.ts";
import { plansFolder } from "../core/sync/plan-folder.ts";
import { recordFile } from "../core/sync/render-record.ts";
import { type LocallyApplied, tellApplied } from "./apply-local-spec.ts";
import { type CompiledSpec, type CompileTools, compileSpec } from "./compile-spec.ts";
import { configPath } from "./config-path.ts";
import type { Lease } from "./lease-plan.ts";
import { observeLast } from "./observe-plan.ts";
import type { PlanPorts } from "./plan-one-spec.ts";
import { readNamedSpec } from "./read-named-spec.ts";
import { requireIssues } from "./require-issues.ts";
import { syncIssues } from "./sync-issues.ts";
import { syncPersistently } from "./sync-persistently.ts";

/** What an undo closes we made ourselves, and it was asked for. */
const limits = { maxCreate: Number.POSITIVE_INFINITY, maxClose: Number.POSITIVE_INFINITY };

/** What is to be undone. */
export interface UndoRequest {
  /** Repository-relative path of the spec, or of the folder that it stands in. */
  readonly path: string;
  readonly overrides: Partial<Config>;
  readonly isDryRun: boolean;
}

/**
 * Takes the last apply of a spec back: the plan of the apply before it, made again from the spec at its
 * commit, is applied. What people wrote stays; issues that the last apply made are closed as not planned,
 * those that it closed are opened again, and those that it took over from people are given back and not closed. Where
 * there was no apply before, all that we made is closed. Undone once more, the last apply is back. An apply that was cut
 * short counts as the last one.
 *
 * @throws {InputError} if there is no such plan, or its spec cannot be had any more.
 */
export async function undoApply(
  request: UndoRequest,
  ports: PlanPorts,
  tools: CompileTools,
): Promise<LocallyApplied> {
  if (request.isDryRun) return undoOnce(request, ports, tools, undefined);
  return syncPersistently(ports, (lease) => undoOnce(request, ports, tools, lease));
}

async function undoOnce(
  { path, overrides }: UndoRequest,
  ports: PlanPorts,
  tools: CompileTools,
  lease: Lease | undefined,
): Promise<LocallyApplied> {
  const repository = await ports.source.readRepository();
  if (lease) requireIssues(repository);
  const branchFiles = await ports.branch.readFiles(plansFolder, recordFiles);
  const found = findPlan(path, listRecords(branchFiles.files));
  lease?.requireFree(found, path);
  const recordPath = `${found.folder}/${recordFile}`;
  const isCutShort = found.lease !== undefined && found.lease.isUndo !== true;
  const versions = ports.branch.readVersions(recordPath);
  const previous = await findPrevious(versions, recordPath, isCutShort);
  const last = { ...found, record: takeAgain(found.record, previous) };
  const isNothing = previous === undefined || previous.tasks.every(({ isRetired }) => isRetired);
  const compiled = isNothing ? compileNothing(last.record) : await compileAgain(previous);
  const outcome = await syncIssues(compiled, ports, {
    ...{ repository, branchFiles, last, limits, lease },
    seen: await observeLast(last, repository.login, ports.issues),
    ...(!isCutShort && { isUndo: true }),
    ref: previous?.commit,
    sourceCommit: previous?.commit,
    isLast: false,
    isThorough: true,
    adopt: undefined,
    released: listReleased(last.record, compiled),
  });
  return { ...tellApplied(compiled, outcome), diagnostics: [], isOk: true };

  /** All its issues are closed, and the record remembers them. */
  function compileNothing(record: PlanRecord): CompiledSpec {
    const file = { path: record.specPath, text: "", secrets: [] };
    const source = { path: record.specPath, files: [file], changedAt: 0, record };
    return compileSpec({ ...source, configText: undefined, overrides }, tools);
  }

  async function compileAgain(record: PlanRecord): Promise<CompiledSpec> {
    const { specPath, commit } = record;
    const mend = "check the spec of that time out and apply it";
    if (commit === undefined)
      throw new InputError(
        `Cannot undo the last apply of ${path}: the one before it came from a work tree outside git; ${mend}`,
      );
    const at = commit.slice(0, 7);
    const isKnown = (await ports.source.compareCommits(commit, commit)) !== undefined;
    if (!isKnown)
      throw new InputError(
        `Cannot undo the last apply of ${path}: the one before it came from commit ${at}, which is not on GitHub; push it, or ${mend}`,
      );
    const paths = await ports.source.listFiles(commit);
    const isFolder = !paths.includes(specPath);
    const names = paths
      .filter((each) => each.startsWith(`${specPath}/`))
      .map((each) => each.slice(specPath.length + 1));
    const readFile = (wanted: string) => ports.source.readFile(wanted, commit);
    const named = { path: specPath, names: isFolder ? names : undefined, readFile };
    const { files } = await readNamedSpec(named, tools);
    const times = await Promise.all(
      files.map((file) => ports.source.readChangedAt(file.path, commit)),
    );
    const source = { path: specPath, files, record, configText: await readFile(configPath) };
    const changedAt = Math.max(0, ...times.map((time) => time ?? 0));
    const compiled = compileSpec({ ...source, overrides, changedAt }, tools);
    if (isSame(compiled, record)) return compiled;
    throw new InputError(
      `Cannot undo the last apply of ${path}: the spec at ${at} is not what was applied before it; ${mend}`,
    );
  }
}

/**
 * What the apply before the last one left, with what was noted since.
 *
 * @param isCutShort The last one has left no record of its own.
 */
async function findPrevious(
  versions: AsyncIterable<string>,
  path: string,
  isCutShort: boolean,
): Promise<PlanRecord | undefined> {
  let isLastSeen = isCutShort;
  for await (const text of versions) {
    const record = parseRecord(text, path);
    if (isLastSeen) return record;
    if (record.isWrittenBack !== true) isLastSeen = true;
  }
  return undefined;
}

/** The record with the issues that were taken over once, given back by an undo, and are to be taken again. */
function takeAgain(record: PlanRecord, previous: PlanRecord | undefined): PlanRecord {
  const before = new Map(previous?.tasks.map((task) => [task.id, task]));
  const tasks = record.tasks.map((task) => {
    const { issue, adoptedTitle, isRetired = true } = before.get(task.id) ?? {};
    const isTaken = task.issue === undefined && adoptedTitle !== undefined && !isRetired;
    return isTaken ? { ...task, issue, adoptedTitle } : task;
  });
  return { ...record, tasks };
}

/** Tasks that the undo takes out of the plan and whose issues people made. */
function listReleased(record: PlanRecord, { plan }: CompiledSpec): ReadonlySet<TaskId> {
  const wanted = new Set(plan.tasks.map(({ id }) => id));
  const released = record.tasks.filter(
    ({ id, adoptedTitle, isRetired }) =>
      adoptedTitle !== undefined && !isRetired && !wanted.has(id),
  );
  return new Set(released.map(({ id }) => id));
}

function findPlan(path: string, records: readonly FoundRecord[]): FoundRecord {
  const folder = path === "." || path === "" ? "" : `${path}/`;
  const found =
    records.find(({ record }) => record.specPath === path) ??
    records.find(({ record }) => record.specPath.startsWith(folder));
  if (found !== undefined) return found;
  const known = records.map(({ record }) => record.specPath).join(", ") || "none";
  throw new InputError(
    `Cannot undo the last apply of ${path}: branch keysteps has no plan of it; it has those of ${known}`,
  );
}

/** The plan has the tasks that the record has, and each says the same. */
function isSame({ plan }: CompiledSpec, { tasks }: PlanRecord): boolean {
  const wanted = new Map(
    tasks.filter(({ isRetired }) => !isRetired).map(({ id, contentHash }) => [id, contentHash]),
  );
  return (
    plan.tasks.length === wanted.size &&
    plan.tasks.every(({ id, contentHash }) => wanted.get(id) === contentHash)
  );
}
