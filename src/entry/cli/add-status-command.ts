import { type Command, Option } from "commander";
import { InputError } from "../../core/errors.ts";
import type { PlanStatus } from "../../core/model/plan-status.ts";
import { readStatus } from "../../flows/read-status.ts";
import { buildPorts, compileTools } from "../wiring.ts";
import { addGitHubOptions, type GitHubFlags, readToken } from "./github-options.ts";
import { renderStatus } from "./render-status.ts";
import type { Streams } from "./streams.ts";
import { stripControls } from "./strip-controls.ts";

interface Flags extends GitHubFlags {
  readonly planDoc?: string;
  readonly json?: boolean;
}

/** `tasks status`: tells how far a repository's plans are, and where GitHub and the specs differ. */
export function addStatusCommand(program: Command, { out, err }: Streams): void {
  const command = program
    .command("status")
    .summary("how far a repository's plans are")
    .description(
      "Tells of each plan which tasks are done, in progress, ready and blocked, what an apply would write, and when the last one was. Reads the token from GITHUB_TOKEN or GH_TOKEN; writes nothing.",
    )
    .addOption(
      new Option(
        "-f, --plan-doc <path>",
        "tell only of the plan of this spec, by its path in the repository",
      ).env("TASKS_PLAN_DOC"),
    );
  addGitHubOptions(command, "repository to look at")
    .option("--json", "print JSON for programs")
    .addHelpText(
      "after",
      `
Exit codes: 0 ok, 1 input, 10 access denied, 11 try again later.

Examples:
  $ GITHUB_TOKEN=$(gh auth token) tasks status --repo acme/shop
  $ tasks status --repo acme/shop --json | jq '.plans[].counts'`,
    )
    .action(async ({ repo, apiUrl, planDoc, json }: Flags) => {
      const ports = buildPorts({ auth: readToken(), apiUrl, repository: repo, pace: "none" });
      const all = await readStatus(ports, compileTools);
      const plans = choosePlans(all, planDoc);
      if (json) out(JSON.stringify({ repository: `${repo.owner}/${repo.repo}`, plans }, null, 2));
      else if (plans.length === 0) err(`${repo.owner}/${repo.repo} has no plan yet.`);
      else for (const line of renderStatus(plans)) out(stripControls(line));
    });
}

function choosePlans(plans: readonly PlanStatus[], path: string | undefined) {
  if (path === undefined) return plans;
  const wanted = path.replace(/^\.\//, "").replace(/\/+$/, "");
  const found = plans.filter(
    ({ specPath }) => specPath === wanted || specPath.startsWith(`${wanted}/`),
  );
  if (found.length > 0) return found;
  const known = plans.map(({ specPath }) => specPath).join(", ") || "none";
  throw new InputError(`Cannot tell of ${path}: it was never applied; applied were ${known}`);
}
