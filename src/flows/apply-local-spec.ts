import { describeAdoptions } from "../core/board/describe-adoptions.ts";
import { describeFlags } from "../core/board/describe-flags.ts";
import { describeMatches } from "../core/board/describe-matches.ts";
import type { Diagnostic } from "../core/model/diagnostic.ts";
import { describePatch } from "../core/sync/describe-patch.ts";
import { recordFiles } from "../core/sync/list-records.ts";
import { plansFolder } from "../core/sync/plan-folder.ts";
import type { AdoptOptions } from "./adopt-issues.ts";
import { compileKnownSpec } from "./compile-known-spec.ts";
import type { CompiledSpec, CompileTools, SpecSource } from "./compile-spec.ts";
import { findLastApply } from "./find-last-apply.ts";
import type { Lease } from "./lease-plan.ts";
import { observeLast } from "./observe-plan.ts";
import type { PlanPorts } from "./plan-one-spec.ts";
import type { CommitOrder } from "./ports.ts";
import type { ApplyLimits } from "./refuse-large-patch.ts";
import { requireIssues } from "./require-issues.ts";
import { requireNewest } from "./require-newest.ts";
import { type SyncOutcome, syncIssues } from "./sync-issues.ts";
import { syncPersistently } from "./sync-persistently.ts";

/** A spec from this machine, and whether to write. */
export interface LocalApply {
  readonly source: Omit<SpecSource, "record">;
  /** The commit that the work tree is based on; `undefined` where git knows none. */
  readonly commit: string | undefined;
  /** Where that stands seen from another, as far as this clone knows. */
  readonly readOrder: (base: string) => Promise<CommitOrder | undefined>;
  /** Whether a file stands in the work tree; repository-relative path. */
  readonly hasFile: (path: string) => Promise<boolean>;
  readonly limits: ApplyLimits;
  /** `undefined`: issues that are not ours are left alone. */
  readonly adopt: AdoptOptions | undefined;
  readonly isDryRun: boolean;
}

/** What was written, or would be. */
export interface LocallyApplied {
  readonly diagnostics: readonly Diagnostic[];
  readonly isOk: boolean;
  /** Tasks that are known again under another title, and issues that are taken over, one line each. */
  readonly matches: readonly string[];
  /** One line a write; empty where the plan is not ok. */
  readonly lines: readonly string[];
  /** What people should look at, one line each. */
  readonly flags: readonly string[];
}

/**
 * Applies a spec that stands on this machine, as a push to the default branch would apply it
 * there. A plan that is not ok is never applied.
 */
export async function applyLocalSpec(
  request: LocalApply,
  ports: PlanPorts,
  tools: CompileTools,
): Promise<LocallyApplied> {
  if (request.isDryRun) return attempt(undefined);
  return syncPersistently(ports, attempt);

  async function attempt(lease: Lease | undefined): Promise<LocallyApplied> {
    const { source, commit, readOrder, hasFile, limits, adopt } = request;
    const repository = await ports.source.readRepository();
    const place = { path: source.path, commit, readOrder, headSha: repository.headSha };
    if (lease) requireIssues(repository);
    const branchFiles = await ports.branch.readFiles(plansFolder, recordFiles);
    const text = source.files.map((file) => file.text).join("\n");
    const spec = { path: source.path, previousPath: undefined, text, hasFile };
    const { last, takenPlanIds } = await findLastApply(branchFiles.files, spec);
    lease?.requireFree(last, source.path);
    const notes = await requireNewest({ ...place, applied: last?.record.commit }, ports.source);
    const known = { ...source, record: last?.record, takenPlanIds };
    const seen = await observeLast(last, repository.login, ports.issues);
    const compiled = compileKnownSpec(known, seen, tools);
    const { diagnostics, isOk } = compiled;
    if (!isOk) return { diagnostics, isOk, matches: [], lines: [], flags: notes };
    const outcome = await syncIssues(compiled, ports, {
      ...{ repository, ref: commit, sourceCommit: undefined },
      ...{ branchFiles, last, seen, lease },
      ...{ limits, adopt, isLast: false, isThorough: true },
    });
    const told = tellApplied(compiled, outcome);
    return { ...told, flags: [...notes, ...told.flags], diagnostics, isOk };
  }
}

/** What a sync wrote, or would write, in lines for people. */
export function tellApplied(
  { plan }: CompiledSpec,
  { patch, tracking, summary, isPlanKept, extras }: SyncOutcome,
): Pick<LocallyApplied, "matches" | "lines" | "flags"> {
  const kept = isPlanKept ? [] : ["~ branch keysteps: the plan and its record"];
  return {
    matches: [...describeMatches(plan), ...describeAdoptions(summary)],
    lines: [...describePatch(patch, tracking), ...extras, ...kept],
    flags: describeFlags(summary),
  };
}
