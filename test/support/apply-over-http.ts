import { randomUUID } from "node:crypto";
import { octokitBoardStore } from "../../src/adapters/github/board/octokit-board-store.ts";
import { octokitPlanBranch } from "../../src/adapters/github/branch/octokit-plan-branch.ts";
import { buildOctokit } from "../../src/adapters/github/build-octokit.ts";
import { githubClock } from "../../src/adapters/github/github-clock.ts";
import { nodeIds } from "../../src/adapters/github/issues/node-ids.ts";
import { octokitFieldStore } from "../../src/adapters/github/issues/octokit-field-store.ts";
import { octokitIssueReader } from "../../src/adapters/github/issues/octokit-issue-reader.ts";
import { octokitIssueWriter } from "../../src/adapters/github/issues/octokit-issue-writer.ts";
import { octokitSourceReader } from "../../src/adapters/github/octokit-source-reader.ts";
import { octokitSpecWriter } from "../../src/adapters/github/spec/octokit-spec-writer.ts";
import { waitOutLimits } from "../../src/adapters/github/wait-out-limits.ts";
import { noPace } from "../../src/adapters/system/no-pace.ts";
import { type AppliedSpecs, applySpecs } from "../../src/flows/apply-specs.ts";
import type { Pace } from "../../src/flows/ports.ts";
import type { WriteBackPorts } from "../../src/flows/write-back.ts";
import type { Sandbox, SandboxOptions, TokenOptions } from "../../src/sandbox/sandbox.ts";
import { startSandbox } from "../../src/sandbox/start-sandbox.ts";
import { aRun } from "./a-run.ts";
import { testTools } from "./apply-text.ts";

const shop = "acme/shop";
const repoName = { owner: "acme", repo: "shop" };
const limits = { maxCreate: 1_000, maxClose: 1_000 };
const specGlobs = ["specs/**/*.md"];

/** A repository on the sandbox whose pushes are applied by the real adapters, over HTTP. */
export interface HttpShop {
  readonly sandbox: Sandbox;
  /** Somebody pushes a text as the spec, and other files with it; gives the new head. */
  push(text: string, others?: Readonly<Record<string, string>>): string;
  /** Takes a commit that somebody made otherwise, such as a merge, for the last push. */
  noticePush(): void;
  /** The ports of a job. */
  ports(pace?: Pace, beforeRequest?: () => Promise<void>): WriteBackPorts;
  /** The job of the last push; `beforeRequest` may hold it up. */
  apply(pace?: Pace, beforeRequest?: () => Promise<void>): Promise<AppliedSpecs>;
}

/** How the sandbox is, and whose the repository. */
interface ShopOptions extends SandboxOptions {
  readonly ownerType?: "User" | "Organization";
  /** What the job's token may do beyond that of a job. */
  readonly permissions?: TokenOptions["permissions"];
}

/** Starts one on a clock that stands still within a job, and is an hour on in the next, unless said; close its sandbox at the end. */
export async function startHttpShop({
  ownerType = "User",
  permissions = {},
  ...options
}: ShopOptions = {}): Promise<HttpShop> {
  let now = Date.UTC(2026, 0, 1);
  let jobs = 0;
  const sandbox = await startSandbox({ now: () => now, ...options });
  const files = { "README.md": "# Shop\n" };
  sandbox.createRepository({ owner: "acme", name: "shop", ownerType, files });
  const token = sandbox.addToken("ci", {
    ...{ login: "github-actions[bot]", kind: "integration", permissions },
  });
  let [before, after] = ["0".repeat(40), ""];
  return {
    sandbox,
    push(text, others = {}) {
      before = after || before;
      after = sandbox.commitFiles(shop, "main", { "specs/shop.md": text, ...others }, "spec");
      return after;
    },
    noticePush() {
      before = after;
      after = sandbox.repository(shop).git.refs.get("refs/heads/main") ?? "";
    },
    ports,
    apply(pace = noPace, beforeRequest = undefined) {
      const options = aRun({ specGlobs, limits });
      return applySpecs({ before, after }, ports(pace, beforeRequest), testTools, options);
    },
  };

  function ports(pace: Pace = noPace, beforeRequest?: () => Promise<void>): WriteBackPorts {
    now += jobs++ === 0 ? 0 : 3_600_000;
    const octokit = buildOctokit({ auth: token, baseUrl: sandbox.url, version: "0" });
    waitOutLimits(octokit, pace);
    if (beforeRequest) octokit.hook.before("request", beforeRequest);
    const ids = nodeIds(octokit, repoName);
    return {
      source: octokitSourceReader(octokit, repoName),
      issues: octokitIssueReader(octokit, repoName, ids),
      writer: octokitIssueWriter(octokit, repoName, ids),
      boards: octokitBoardStore(octokit, repoName),
      fields: octokitFieldStore(octokit, repoName),
      branch: octokitPlanBranch(octokit, repoName),
      specs: octokitSpecWriter(octokit, repoName),
      pace,
      run: { id: randomUUID(), now: githubClock(octokit, sandbox.world.now) },
    };
  }
}
