import { existsSync } from "node:fs";
import { join } from "node:path";
import { readTextFile } from "../../adapters/disk/read-text-file.ts";
import { readCommitOrder } from "../../adapters/process/read-commit-order.ts";
import { readGitFacts } from "../../adapters/process/read-git-facts.ts";
import { countOf } from "../../core/text/count-of.ts";
import type { AdoptOptions } from "../../flows/adopt-issues.ts";
import { applyLocalSpec, type LocallyApplied } from "../../flows/apply-local-spec.ts";
import type { LeasePorts } from "../../flows/lease-plan.ts";
import type { PlanPorts } from "../../flows/plan-one-spec.ts";
import { undoApply } from "../../flows/undo-apply.ts";
import { announceWrites } from "../announce-writes.ts";
import { exitCodeOfFindings } from "../exit-code.ts";
import { stopOnSignal } from "../stop-on-signal.ts";
import { buildPorts, compileTools } from "../wiring.ts";
import { type CodeFlags, readCode } from "./code-options.ts";
import { type GitHubFlags, readToken } from "./github-options.ts";
import { type PlanFlags, toOverrides } from "./plan-options.ts";
import { readSpecSource } from "./read-spec-source.ts";
import { renderFindings } from "./render-findings.ts";
import { requireOwnRepository } from "./require-own-repository.ts";
import { type Progress, showProgress } from "./show-progress.ts";
import type { Streams } from "./streams.ts";
import { stripControls } from "./strip-controls.ts";

/** What `tasks apply` was told. */
export interface ApplyFlags extends PlanFlags, CodeFlags, GitHubFlags {
  readonly planDoc: string;
  readonly pace: "github" | "none";
  readonly adopt?: true | string;
  readonly undo?: boolean;
  readonly otherRepo?: boolean;
  readonly dryRun?: boolean;
  readonly maxCreate: number;
  readonly maxClose: number;
}

/** Applies a spec, or takes the last apply back, and tells of it: each write, then how it ended. */
export async function runApply(flags: ApplyFlags, streams: Streams): Promise<void> {
  const { out, err } = streams;
  const progress = showProgress(streams, flags.pace === "github");
  const stopper = stopOnSignal((words) => {
    progress.end();
    err(words);
  });
  const tellConflict = (line: string) => err(stripControls(line));
  const watch = { ...progress, onLease: stopper.onLease, onConflict: tellConflict };
  const applied = await apply(flags, watch).finally(() => {
    stopper.end();
    progress.end();
  });
  for (const line of renderFindings(applied.diagnostics)) err(line);
  for (const match of applied.matches) err(stripControls(`= ${match}`));
  for (const flag of applied.flags) err(stripControls(`! ${flag}`));
  if (flags.dryRun) for (const line of applied.lines) out(stripControls(line));
  err(
    applied.isOk
      ? describeOutcome(applied.lines.length, flags)
      : "Nothing was applied: mend the errors first.",
  );
  process.exitCode = exitCodeOfFindings(applied.diagnostics);
}

async function apply(
  flags: ApplyFlags,
  {
    tell,
    expect,
    onLease,
    onConflict,
  }: Progress & Required<Pick<LeasePorts, "onLease" | "onConflict">>,
): Promise<LocallyApplied> {
  const { planDoc, repo, apiUrl, pace, maxCreate, maxClose, dryRun, undo } = flags;
  const common = {
    limits: { maxCreate, maxClose },
    isDryRun: dryRun === true,
  };
  if (undo === true) {
    const { path, remotes } = await readGitFacts(planDoc);
    if (flags.otherRepo !== true) requireOwnRepository(remotes, { ...repo, apiUrl });
    const request = { path, overrides: toOverrides(flags), isDryRun: common.isDryRun };
    return undoApply(request, connect(), compileTools);
  }
  const source = await readSpecSource({ description: undefined, planDoc });
  if (flags.otherRepo !== true) requireOwnRepository(source.remotes, { ...repo, apiUrl });
  const request = {
    ...common,
    source: { ...source, overrides: toOverrides(flags), codebase: await readCode(flags) },
    commit: source.head,
    readOrder: (base: string) => readCommitOrder(source.root, base),
    hasFile: async (path: string) => existsSync(join(source.root, path)),
    adopt: await readAdopt(flags.adopt),
  };
  return applyLocalSpec(request, connect(), compileTools);

  function connect(): PlanPorts {
    const ports = buildPorts({ auth: readToken(), apiUrl, repository: repo, pace });
    const writer = announceWrites(ports.writer, tell);
    return { ...ports, writer, expect, onLease, onConflict };
  }
}

function describeOutcome(writes: number, { repo, dryRun }: ApplyFlags): string {
  const name = `${repo.owner}/${repo.repo}`;
  if (writes === 0) return `${name} is true to the spec: nothing to write.`;
  return `${countOf(writes, "write")} to ${name} ${dryRun ? "would be made" : "made"}.`;
}

async function readAdopt(adopt: ApplyFlags["adopt"]): Promise<AdoptOptions | undefined> {
  if (adopt === undefined) return undefined;
  if (adopt === true) return { mappingFile: undefined };
  return { mappingFile: { path: adopt, text: await readTextFile(adopt) } };
}
