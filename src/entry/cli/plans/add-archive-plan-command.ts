import { join } from "node:path";
import { type Command, InvalidArgumentError, Option } from "commander";
import { moveFolder } from "../../../adapters/disk/move-folder.ts";
import { InputError } from "../../../core/errors.ts";
import { openPlan } from "../../../flows/open-plan.ts";
import { compileTools } from "../../wiring.ts";
import { readPlanFiles } from "../read-plan-files.ts";
import type { Streams } from "../streams.ts";

/** `tasks archive-plan`: moves a plan to where old ones are kept. */
export function addArchivePlanCommand(program: Command, { out, err }: Streams): void {
  program
    .command("archive-plan")
    .summary("put a plan away under a tag")
    .description(
      "Moves a plan's folder to plans/archive/<tag>, with all in it, and prints the new path.",
    )
    .argument("<plan-path>", "folder of the plan")
    .addOption(
      new Option("--tag <tag>", "name in the archive; the plan's ID if left out").argParser(
        parseTag,
      ),
    )
    .addHelpText(
      "after",
      `
Exit codes: 0 ok, 1 it is no plan, or something stands at the new path.

Examples:
  $ tasks archive-plan ./tasks_output/ --tag v1.0-release
  $ tasks archive-plan plans/shop`,
    )
    .action(async (path: string, { tag }: { readonly tag?: string }) => {
      const plan = await readPlanFiles(path);
      const { summary } = openPlan(plan, compileTools);
      if (plan.place === "-") {
        throw new InputError("Cannot archive a plan that stands in no folder; name its folder");
      }
      const target = join("plans", "archive", tag ?? summary.planId);
      await moveFolder(plan.place, target);
      err(`${summary.planId}: ${summary.done} of ${summary.tasks} tasks were done.`);
      out(target);
    });
}

function parseTag(text: string): string {
  if (!/^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u.test(text)) {
    throw new InvalidArgumentError(
      "It must begin with a letter or digit and hold only these, dots, - and _, such as v1.0.",
    );
  }
  return text;
}
