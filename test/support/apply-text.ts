import { findSecrets } from "../../src/adapters/secrets/find-secrets.ts";
import type { PlanProposal } from "../../src/core/model/proposal.ts";
import { plansFolder } from "../../src/core/sync/plan-folder.ts";
import { recordFile } from "../../src/core/sync/render-record.ts";
import type { AdoptOptions } from "../../src/flows/adopt-issues.ts";
import { configPath } from "../../src/flows/config-path.ts";
import { type PlanPorts, planOneSpec } from "../../src/flows/plan-one-spec.ts";
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
  const repository = await ports.source.readRepository();
  const branchFiles = await ports.branch.readFiles(plansFolder, [recordFile]);
  const options = { configText, configPath, isDryRun, overrides: {}, limits, adopt };
  const run = { ...options, ref, repository };
  const request = { path, previousPath, files: [path], branchFiles, isLast: true };
  return (await planOneSpec(request, run, ports, testTools)).proposal;
}
