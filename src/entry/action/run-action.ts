import { join } from "node:path";
import { error as annotateError, notice, setOutput, summary } from "@actions/core";
import type { InstallationAuth } from "../../adapters/github/build-octokit.ts";
import type { RepoName } from "../../adapters/github/repo-name.ts";
import { GitHubError, InputError } from "../../core/errors.ts";
import type { Codebase } from "../../core/model/codebase.ts";
import type { RunName } from "../../core/model/lease.ts";
import type { PlanProposal } from "../../core/model/proposal.ts";
import { countOf } from "../../core/text/count-of.ts";
import { escapeMarkdown } from "../../core/text/escape-markdown.ts";
import { analyseCode } from "../../flows/analyse-code.ts";
import { type AppliedSpecs, applySpecs } from "../../flows/apply-specs.ts";
import { markStaleComments } from "../../flows/mark-stale-comments.ts";
import { proposePlans } from "../../flows/propose-plans.ts";
import { announceWrites } from "../announce-writes.ts";
import { describeError } from "../describe-error.ts";
import { exitCodeOfError } from "../exit-code.ts";
import { stopOnSignal } from "../stop-on-signal.ts";
import { version } from "../version.ts";
import { buildPorts, compileTools } from "../wiring.ts";
import { judgeFindings } from "./judge-findings.ts";
import { listNeeds } from "./list-needs.ts";
import { type ActionInputs, readInputs } from "./read-inputs.ts";
import { reportFindings } from "./report-findings.ts";
import { type ActionMode, routeEvent, type WorkflowEvent } from "./route-event.ts";
import { say } from "./say.ts";

/** What a runner tells besides the inputs. */
export interface RunnerContext {
  readonly event: WorkflowEvent;
  /** `GITHUB_REPOSITORY`. */
  readonly repository: string;
  /** `GITHUB_API_URL`. */
  readonly apiUrl: string | undefined;
  /** `GITHUB_RUN_ID` and `GITHUB_RUN_ATTEMPT`; `undefined` outside a runner. */
  readonly workflow: RunName["workflow"];
}

/**
 * Runs the Action once: plans a pull request's specs, applies a push's, or writes back what was closed,
 * and tells about it in annotations, summary and outputs.
 *
 * @returns The exit code.
 * @throws {KeystepsError} if the run cannot go on.
 */
export async function runAction({
  event,
  repository,
  apiUrl,
  workflow,
}: RunnerContext): Promise<number> {
  const inputs = readInputs();
  const mode = routeEvent(event, inputs.mode);
  if (mode.kind === "skip") {
    notice(`Nothing to do: ${mode.reason}.`);
    writeOutputs([]);
    return 0;
  }
  const place = { repository: parseRepository(repository), apiUrl };
  const auth = await openAuth(inputs, mode, place);
  const built = buildPorts({ ...inputs, ...place, auth, workflow });
  const ports = {
    ...built,
    writer: announceWrites(built.writer, say),
    onConflict: say,
    onLease: stopOnSignal(say).onLease,
  };
  const codebase = await readCode(inputs.codebasePath);
  const { proposals, text, failures } = await take(mode);
  for (const { plan, isOk } of proposals) {
    say(
      `${plan.specPath}: ${plan.id}, ${countOf(plan.tasks.length, "task")}${isOk ? "" : ", not ok"}`,
    );
  }
  const diagnostics = proposals.flatMap((proposal) => proposal.diagnostics);
  reportFindings(diagnostics);
  await writeSummary(text);
  writeOutputs(proposals, failures.length === 0);
  for (const { error, specPath } of failures)
    annotateError(describeError(error), { file: specPath });
  const [failure] = failures;
  return failure ? exitCodeOfError(failure.error) : judgeFindings(diagnostics, inputs.failOn);

  async function takeBack(): Promise<string> {
    // It brings the planner along: loaded after what a pull request needs.
    const { writeBack } = await import("../../flows/write-back.ts");
    return tell(await writeBack(ports, compileTools, inputs.configPath));
  }

  /** A run that may not read or change comments has applied all the same. */
  async function markStale(applied: AppliedSpecs): Promise<string> {
    const lines = await markStaleComments(applied, ports).catch((error) => {
      if (!(error instanceof GitHubError) || error.remedy !== "fix-access") throw error;
      return [`plans on open pull requests are not marked as stale: ${error.message}`];
    });
    return tell(lines);
  }

  async function take(wanted: Exclude<ActionMode, { kind: "skip" }>) {
    const { board } = inputs;
    const options = { ...inputs, overrides: board === undefined ? {} : { board }, codebase };
    if (wanted.kind === "apply") {
      const isDryRun = inputs.isDryRun || wanted.isDry;
      const applied = await applySpecs(wanted.push, ports, compileTools, { ...options, isDryRun });
      const more = isDryRun ? "" : `${await takeBack()}${await markStale(applied)}`;
      return { ...applied, text: `${applied.summary}${more}` };
    }
    if (wanted.kind === "write-back") {
      return { proposals: [], failures: [], text: inputs.isDryRun ? "" : await takeBack() };
    }
    const proposed = await proposePlans(wanted.pull, ports, compileTools, options);
    if (wanted.pull.isFromFork)
      notice(
        "The pull request comes from a fork, whose token may only read: the plan stands in the job summary instead of a comment.",
      );
    return { proposals: proposed.proposals, failures: [], text: proposed.comment };
  }
}

/** As whom to talk to GitHub; an App's installation is looked up, and what it may do there. */
async function openAuth(
  { credentials, isDryRun }: ActionInputs,
  mode: ActionMode,
  { repository, apiUrl }: { readonly repository: RepoName; readonly apiUrl: string | undefined },
): Promise<string | InstallationAuth> {
  if (typeof credentials === "string") return credentials;
  // Few runs act as an App: only they load what signs its tokens.
  const { findInstallation } = await import("../../adapters/github/find-installation.ts");
  const needs = listNeeds(mode, isDryRun);
  return findInstallation(credentials, { baseUrl: apiUrl, repository, version, needs });
}

/** Says what else was written, and gives it as a part of the summary. */
function tell(lines: readonly string[]): string {
  for (const line of lines) say(line);
  return lines.map((line) => `\n* ${escapeMarkdown(line)}\n`).join("");
}

/** The code in the workspace; only what was checked out is there. */
async function readCode(path: string | undefined): Promise<Codebase | undefined> {
  if (path === undefined) return undefined;
  const folder = join(process.env.GITHUB_WORKSPACE ?? "", path);
  // Parsers are large: only a run that looks at code loads them.
  const { diskCodeReader } = await import("../../adapters/code/disk-code-reader.ts");
  const codebase = await analyseCode(await diskCodeReader(folder));
  say(`Code of ${path}: ${codebase.note}`);
  return codebase;
}

function parseRepository(fullName: string): RepoName {
  const [owner, repo] = fullName.split("/");
  if (!owner || !repo)
    throw new InputError(
      `Cannot tell the repository: GITHUB_REPOSITORY is "${fullName}", not owner/name`,
    );
  return { owner, repo };
}

/** The job's page; outside a runner there is none. */
async function writeSummary(text: string): Promise<void> {
  if (process.env.GITHUB_STEP_SUMMARY) await summary.addRaw(text, true).write();
}

function writeOutputs(proposals: readonly PlanProposal[], isWhole = true): void {
  const count = (pick: (proposal: PlanProposal) => number) =>
    proposals.reduce((sum, proposal) => sum + pick(proposal), 0);
  setOutput("plan-ids", proposals.map(({ plan }) => plan.id).join(" "));
  setOutput("ok", isWhole && proposals.every(({ isOk }) => isOk));
  setOutput(
    "tasks",
    count(({ plan }) => plan.tasks.length),
  );
  setOutput(
    "added",
    count(({ summary: patch }) => patch?.added.length ?? 0),
  );
  setOutput(
    "changed",
    count(({ summary: patch }) => patch?.changed.length ?? 0),
  );
  setOutput(
    "closed",
    count(({ summary: patch }) => patch?.closed.length ?? 0),
  );
}
