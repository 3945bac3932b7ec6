import { parseConfig } from "../core/config/parse-config.ts";
import type { PlanRecord } from "../core/model/record.ts";
import { listRecords } from "../core/sync/list-records.ts";
import { plansFolder } from "../core/sync/plan-folder.ts";
import { recordFile } from "../core/sync/render-record.ts";
import { buildSpecEdits } from "../core/writeback/build-spec-edits.ts";
import { editSpec } from "../core/writeback/edit-spec.ts";
import { compileRecordedSpec } from "./compile-recorded-spec.ts";
import type { CompileTools } from "./compile-spec.ts";
import { keepPullRequest } from "./keep-pull-request.ts";
import { observePlan } from "./observe-plan.ts";
import type { PlanPorts } from "./plan-one-spec.ts";
import type { SpecWriter } from "./ports.ts";
import { readConfigText } from "./read-config-text.ts";

/** The doors that writing back goes through. */
export interface WriteBackPorts extends PlanPorts {
  readonly specs: SpecWriter;
}

/** What was written back: one line each; empty where there was nothing to do, or it is off. */
export type WrittenBack = readonly string[];

/**
 * Writes into the specs what was done on GitHub, as the settings on the default branch say: by one
 * pull request that is kept up, by a commit, or not at all. What it writes plans to no change of any
 * issue, so it never leads to more of itself; where all is as it should be nothing is written.
 *
 * A spec that is gone, or whose plan has errors, is left alone.
 *
 * @param configPath Where the settings stand.
 * @throws {GitHubError} if GitHub refuses, or the branch has moved on meanwhile.
 */
export async function writeBack(
  ports: WriteBackPorts,
  tools: CompileTools,
  configPath: string,
): Promise<WrittenBack> {
  const { source, branch, specs, issues } = ports;
  const repository = await source.readRepository();
  const { headSha: ref, defaultBranch } = repository;
  if (ref === undefined) return [];
  const configText = await readConfigText(configPath, ref, source);
  const { writeback } = parseConfig(configText, configPath).config;
  if (writeback === "off") return [];

  const at = ref;
  const { files } = await branch.readFiles(plansFolder, [recordFile]);
  const before = new Map<string, string>();
  const after = new Map<string, string>();
  for (const { record } of listRecords(files)) await editPlan(record);
  const changed = new Map([...after].filter(([path, text]) => before.get(path) !== text));
  if (writeback === "pr") return keepPullRequest(changed, { ref, defaultBranch }, ports);
  if (changed.size === 0) return [];
  await ports.pace.beforeWrite("content");
  await specs.commit({ branch: defaultBranch, expectedHead: ref, files: changed }, message);
  return [`ticked what is done in ${[...changed.keys()].join(", ")}`];

  async function editPlan(record: PlanRecord): Promise<void> {
    const seen = await observePlan(record.planId, record, repository.login, issues);
    const place = { ref: at, configText, seen };
    const compiled = await compileRecordedSpec(record, place, source, tools);
    if (compiled?.isOk !== true) return;
    const { plan } = compiled;
    for (const [path, edit] of buildSpecEdits(plan, seen.issues, record)) {
      if (!/\.(?:md|markdown|mdx)$/i.test(path)) continue;
      const text = after.get(path) ?? (await specs.readExact(path, at));
      if (text === undefined) continue;
      if (!before.has(path)) before.set(path, text);
      after.set(path, editSpec(text, edit));
    }
  }
}

const message = "docs(specs): tick what is done";
