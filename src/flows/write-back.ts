import { parseConfig } from "../core/config/parse-config.ts";
import type { RecognisedIssues } from "../core/model/issue.ts";
import type { PlanRecord } from "../core/model/record.ts";
import { findRecords, recordFiles } from "../core/sync/list-records.ts";
import { plansFolder } from "../core/sync/plan-folder.ts";
import { recordFile, renderRecord } from "../core/sync/render-record.ts";
import { buildSpecEdits } from "../core/writeback/build-spec-edits.ts";
import { editSpec } from "../core/writeback/edit-spec.ts";
import { listTurned } from "../core/writeback/list-turned.ts";
import { noteBoxes } from "../core/writeback/note-boxes.ts";
import { compileRecordedSpec } from "./compile-recorded-spec.ts";
import type { CompiledSpec, CompileTools } from "./compile-spec.ts";
import { keepPullRequest } from "./keep-pull-request.ts";
import { observePlan } from "./observe-plan.ts";
import type { PlanPorts } from "./plan-one-spec.ts";
import type { SourceReader, SpecWriter } from "./ports.ts";
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
 * The record notes each box that says what its issue says, so that a box that people turn later is known as theirs.
 * A spec that is gone, or whose plan has errors, is left alone; so is one whose record cannot be read, or that an
 * apply is at or was cut short at.
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
  const branchFiles = await branch.readFiles(plansFolder, recordFiles);
  const plans: RecordedPlan[] = [];
  for (const { record, folder, lease } of findRecords(branchFiles.files).records) {
    if (lease !== undefined) continue;
    const seen = await observePlan({ record }, repository.login, issues);
    plans.push({ record, path: `${folder}/${recordFile}`, seen });
  }
  const before = new Map<string, string>();
  const after = new Map<string, string>();
  const turned: string[] = [];
  const read = new Map<RecordedPlan, CompiledSpec | undefined>();
  for (const recorded of plans) await editPlan(recorded);
  const changed = new Map([...after].filter(([path, text]) => before.get(path) !== text));
  const lines = await write();
  await keepNotes(writeback === "commit" ? changed : new Map());
  return lines;

  async function editPlan(recorded: RecordedPlan): Promise<void> {
    const compiled = await compile(recorded, source);
    read.set(recorded, compiled);
    if (compiled?.isOk !== true) return;
    const { plan } = compiled;
    for (const [path, edit] of buildSpecEdits(plan, recorded.seen.issues, recorded.record)) {
      if (!/\.(?:md|markdown|mdx)$/i.test(path)) continue;
      const text = after.get(path) ?? (await specs.readExact(path, at));
      if (text === undefined) continue;
      if (!before.has(path)) before.set(path, text);
      const edited = editSpec(text, edit);
      after.set(path, edited);
      turned.push(...listTurned(plan.id, edit, text, edited));
    }
  }

  async function write(): Promise<WrittenBack> {
    const target = { ref: at, defaultBranch };
    if (writeback === "pr") return keepPullRequest({ texts: changed, turned }, target, ports);
    if (changed.size === 0) return [];
    await ports.pace.beforeWrite("content");
    await specs.commit({ branch: defaultBranch, expectedHead: at, files: changed }, message);
    return [`ticked what is done in ${[...changed.keys()].join(", ")}`];
  }

  /** @param written What the default branch has now in place of what was read. */
  async function keepNotes(written: ReadonlyMap<string, string>): Promise<void> {
    const now = {
      listFiles: source.listFiles,
      readFile: async (path: string, commit: string) =>
        written.get(path)?.replace(/^\uFEFF/, "") ?? source.readFile(path, commit),
    };
    const texts = new Map<string, string>();
    for (const recorded of plans) {
      const compiled = written.size > 0 ? await compile(recorded, now) : read.get(recorded);
      if (compiled?.isOk !== true) continue;
      const noted = noteBoxes(compiled.plan, recorded.seen.issues, recorded.record);
      if (noted) texts.set(recorded.path, renderRecord(noted));
    }
    if (texts.size === 0) return;
    await ports.pace.beforeWrite("content");
    const said = "chore(keysteps): note what was written back";
    await branch.commitFiles(branchFiles.head, texts, said);
  }

  function compile({ record, seen }: RecordedPlan, from: SpecFiles) {
    return compileRecordedSpec(record, { ref: at, configText, seen }, from, tools);
  }
}

interface RecordedPlan {
  readonly record: PlanRecord;
  /** Path of the record on branch `keysteps`. */
  readonly path: string;
  readonly seen: RecognisedIssues;
}

type SpecFiles = Pick<SourceReader, "readFile" | "listFiles">;

const message = "docs(specs): tick what is done";
