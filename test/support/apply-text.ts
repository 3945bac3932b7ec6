import { findSecrets } from "../../src/adapters/secrets/find-secrets.ts";
import type { PlanProposal } from "../../src/core/model/proposal.ts";
import { recordFiles } from "../../src/core/sync/list-records.ts";
import { plansFolder } from "../../src/core/sync/plan-folder.ts";
import type { AdoptOptions } from "../../src/flows/adopt-issues.ts";
import { configPath } from "../../src/flows/config-path.ts";
import type { Lease } from "../../src/flows/lease-plan.ts";
import { type PlanPorts, planOneSpec } from "../../src/flows/plan-one-spec.ts";
import { syncPersistently } from "../../src/flows/sync-persistently.ts";
import type { FakeGitHub } from "./fake-github.ts";
import { sha256 } from "./sha256.ts";

/** Where the specs of these tests stand. */
export const specPath = "specs/small.md";

/** What compiling needs in tests. */
export const testTools = { hash: sha256, findSecrets, version: "0.0.0-test" };

/** Pushes a text as the spec and applies it, or says what that would write. */
export async function applyText(
  github: FakeGitHub,
  text: string,
  {
    isDryRun = false,
    path = specPath,
    previousPath = undefined as string | undefined,
    adopt = undefined as AdoptOptions | undefined,
    configText = undefined as string | undefined,
  } = {},
): Promise<PlanProposal> {
  const ref = github.source.commit({ [path]: text });
  return applyAt(github.ports, { ref, isDryRun, path, previousPath, adopt, configText });
}

/** Applies the spec as it stands at a commit. */
export async function applyAt(
  ports: PlanPorts,
  {
    ref,
    isDryRun = false,
    path = specPath,
    previousPath = undefined as string | undefined,
    adopt = undefined as AdoptOptions | undefined,
    configText = undefined as string | undefined,
  }: {
    ref: string;
    isDryRun?: boolean;
    path?: string;
    previousPath?: string | undefined;
    adopt?: AdoptOptions | undefined;
    configText?: string | undefined;
  },
): Promise<PlanProposal> {
  const limits = { maxCreate: 1_000, maxClose: 1_000 };
  return isDryRun ? attempt(undefined) : syncPersistently(ports, attempt);

  async function attempt(lease: Lease | undefined): Promise<PlanProposal> {
    const repository = await ports.source.readRepository();
    const branchFiles = await ports.branch.readFiles(plansFolder, recordFiles);
    const options = { configText, configPath, overrides: { orderSchedules: 0 }, limits, adopt };
    const request = { path, previousPath, files: [path], branchFiles, isLast: true, lease };
    return (await planOneSpec(request, { ...options, ref, repository }, ports, testTools)).proposal;
  }
}
