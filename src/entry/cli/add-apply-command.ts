import { type Command, InvalidArgumentError, Option } from "commander";
import { defaultLimits } from "../../flows/refuse-large-patch.ts";
import { addCodeOptions } from "./code-options.ts";
import { addGitHubOptions } from "./github-options.ts";
import { addPlanOptions } from "./plan-options.ts";
import { type ApplyFlags, runApply } from "./run-apply.ts";
import type { Streams } from "./streams.ts";

/** `tasks apply`: brings a repository's issues to a spec's plan, or says what that would write. */
export function addApplyCommand(program: Command, streams: Streams): void {
  const command = program
    .command("apply")
    .summary("keep a repository's issues true to a spec")
    .description(
      "Makes and updates one issue per task, with labels and blocked-by links. Reads the token from GITHUB_TOKEN or GH_TOKEN. Stops safely anywhere: run it again and it goes on.",
    )
    .addOption(
      new Option("-f, --plan-doc <path>", "spec to apply: a file or a folder")
        .env("TASKS_PLAN_DOC")
        .makeOptionMandatory(),
    );
  addGitHubOptions(command, "repository to write to")
    .addOption(
      new Option("--pace <pace>", "keep github.com's limits, or never wait")
        .choices(["github", "none"])
        .default("github")
        .env("TASKS_PACE"),
    )
    .addOption(
      new Option("--max-create <count>", "stop before making more issues than that")
        .env("TASKS_MAX_CREATE")
        .argParser(parseCount)
        .default(defaultLimits.maxCreate),
    )
    .addOption(
      new Option("--max-close <count>", "stop before closing more issues than that as dropped")
        .env("TASKS_MAX_CLOSE")
        .argParser(parseCount)
        .default(defaultLimits.maxClose),
    )
    .addOption(
      new Option(
        "--adopt [mapping]",
        "take over open issues that are there already; a mapping file names more of them",
      ).env("TASKS_ADOPT"),
    )
    .option("--undo", "take the last apply of the spec back")
    .option("--other-repo", "apply though the work tree's remotes name other repositories")
    .option("-d, --dry-run", "print what would be written, and write nothing")
    .addHelpText(
      "after",
      `
Exit codes: 0 ok, 1 input, 2 code, 3 cycle, 4 capacity, 5 other errors in the spec, 9 stopped by Ctrl+C, 10 access denied, 11 try again later (what was done stays).

Examples:
  $ tasks apply -f specs/shop/tasks.md --repo acme/shop --dry-run
  $ GITHUB_TOKEN=$(gh auth token) tasks apply -f specs/shop/tasks.md --repo acme/shop
  $ tasks apply -f specs/shop/tasks.md --repo acme/shop --adopt issues.csv --dry-run
  $ tasks apply -f specs/shop/tasks.md --repo acme/shop --undo`,
    );
  addCodeOptions(addPlanOptions(command), undefined);
  command.action((flags: ApplyFlags) => runApply(flags, streams));
}

function parseCount(text: string): number {
  if (!/^\d+$/.test(text))
    throw new InvalidArgumentError("It must be a whole number, such as 300.");
  return Number(text);
}
