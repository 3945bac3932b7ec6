import { type Command, Option } from "commander";
import { InputError } from "../../../core/errors.ts";
import { openPlan } from "../../../flows/open-plan.ts";
import { compileTools } from "../../wiring.ts";
import { readPlanFiles } from "../read-plan-files.ts";
import type { Streams } from "../streams.ts";
import { stripControls } from "../strip-controls.ts";

/** `tasks brief`: one task for who does it. */
export function addBriefCommand(program: Command, { out }: Streams): void {
  program
    .command("brief")
    .summary("print one task for who does it")
    .description(
      "Prints one task as a bounded brief in Markdown: what is to be done, when it is done, what it may touch, what it waits for.",
    )
    .argument("<task>", "ID of the task, of the plan (P1.T004) or of the spec (T004)")
    .addOption(
      new Option("--plan <plan-path>", "the plan's folder, or - for standard input")
        .env("TASKS_OUTPUT_DIR")
        .default("./tasks_output/"),
    )
    .addHelpText(
      "after",
      `
Exit codes: 0 ok, 1 the plan cannot be read, or has no such task.

Examples:
  $ tasks brief P1.T004
  $ tasks brief T004 --plan plans/shop | llm "do this"`,
    )
    .action(async (task: string, { plan: path }: { readonly plan: string }) => {
      const plan = openPlan(await readPlanFiles(path), compileTools);
      const text = plan.renderBrief(task);
      if (text === undefined) {
        throw new InputError(
          `Cannot find ${task} in ${path}: it has ${plan.summary.tasks} tasks, none of that ID; look it up in ${path}/Plan.md`,
        );
      }
      out(text.split("\n").map(stripControls).join("\n").trimEnd());
    });
}
