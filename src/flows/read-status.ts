import { readCoordinatedPlans } from "../core/artifacts/read-coordinated-plans.ts";
import { buildTaskStatuses } from "../core/board/build-task-statuses.ts";
import type { PlanStatus, TaskProgress, TaskStatus } from "../core/model/plan-status.ts";
import { type FoundRecord, listRecords } from "../core/sync/list-records.ts";
import { plansFolder } from "../core/sync/plan-folder.ts";
import { recordFile } from "../core/sync/render-record.ts";
import { tellApplied } from "./apply-local-spec.ts";
import { compileRecordedSpec } from "./compile-recorded-spec.ts";
import type { CompileTools } from "./compile-spec.ts";
import { configPath } from "./config-path.ts";
import { observeLast } from "./observe-plan.ts";
import type { PlanPorts } from "./plan-one-spec.ts";
import type { RepositoryFacts } from "./ports.ts";
import { syncIssues } from "./sync-issues.ts";

/**
 * What the plans of a repository are, how far each is, and what an apply of the spec on the default branch
 * would write. Reads only. By path of the spec.
 *
 * @throws {GitHubError} if GitHub refuses a read.
 * @throws {InputError} if a record or its plan cannot be read.
 */
export async function readStatus(
  ports: PlanPorts,
  tools: CompileTools,
): Promise<readonly PlanStatus[]> {
  const { source, branch, issues } = ports;
  const repository = await source.readRepository();
  const branchFiles = await branch.readFiles(plansFolder, [recordFile, "tasks.json"]);
  const plans = new Map(readCoordinatedPlans(branchFiles.files).map((plan) => [plan.id, plan]));
  const configText = await readSettings(repository);
  const found = listRecords(branchFiles.files).toSorted((a, b) =>
    a.record.specPath < b.record.specPath ? -1 : 1,
  );
  const statuses: PlanStatus[] = [];
  for (const each of found) statuses.push(await readOne(each));
  return statuses;

  async function readOne(last: FoundRecord): Promise<PlanStatus> {
    const { record, folder } = last;
    const refs = [record.trackingIssue, ...record.tasks.map(({ issue }) => issue)];
    const seen = await issues.observe(refs.filter((ref) => ref !== undefined));
    const byNode = new Map(seen.issues.map((issue) => [issue.nodeId, issue]));
    const plan = plans.get(record.planId);
    const tasks = plan === undefined ? [] : buildTaskStatuses(plan, record, byNode);
    const { head = "" } = branchFiles;
    const at = await source.readChangedAt(`${folder}/${recordFile}`, head);
    return {
      ...{ planId: record.planId, specPath: record.specPath, title: plan?.title ?? "" },
      trackingIssue: record.trackingIssue?.number,
      lastApply: { commit: record.commit, at },
      counts: count(tasks),
      tasks,
      ...(await readDrift(last)),
    };
  }

  async function readDrift(last: FoundRecord): Promise<Pick<PlanStatus, "drift" | "notes">> {
    const { headSha: ref, defaultBranch } = repository;
    const seen = await observeLast(last, repository.login, issues);
    const compiled =
      ref === undefined
        ? undefined
        : await compileRecordedSpec(last.record, { ref, configText, seen }, source, tools);
    if (compiled === undefined)
      return { drift: null, notes: [`the spec is not on ${defaultBranch}, so drift is not known`] };
    if (!compiled.isOk)
      return {
        drift: null,
        notes: [`the spec on ${defaultBranch} has errors, so drift is not known; see tasks lint`],
      };
    const outcome = await syncIssues(compiled, ports, {
      ...{
        repository,
        ref,
        sourceCommit: ref,
        branchFiles,
        last,
        seen,
        isLast: false,
        adopt: undefined,
      },
      limits: { maxCreate: Number.POSITIVE_INFINITY, maxClose: Number.POSITIVE_INFINITY },
      lease: undefined,
    });
    const { lines, flags } = tellApplied(compiled, { ...outcome, isPlanKept: true });
    return { drift: lines, notes: flags };
  }

  async function readSettings({ headSha }: RepositoryFacts): Promise<string | undefined> {
    return headSha === undefined ? undefined : source.readFile(configPath, headSha);
  }
}

function count(tasks: readonly TaskStatus[]): PlanStatus["counts"] {
  const counts: Record<TaskProgress, number> = {
    ...{ done: 0, "in-progress": 0, ready: 0, blocked: 0, closed: 0, missing: 0 },
  };
  for (const { progress } of tasks) counts[progress]++;
  return counts;
}
