import type { Command } from "commander";
import { comparePlans } from "../../../flows/open-plan.ts";
import { compileTools } from "../../wiring.ts";
import { readPlanFiles } from "../read-plan-files.ts";
import type { Streams } from "../streams.ts";
import { renderDifference } from "./render-difference.ts";

/** `tasks diff-plan`: what changed from one plan to another. */
export function addDiffPlanCommand(program: Command, { out, err }: Streams): void {
  program
    .command("diff-plan")
    .summary("tell what changed between two plans")
    .description(
      "Compares two plans: tasks by ID, what changed of them, dependencies, waves and hours.",
    )
    .argument("<before>", "folder of the plan that was")
    .argument("<after>", "folder of the plan that is, or - for standard input")
    .option("--json", "for programs: one object")
    .addHelpText(
      "after",
      `
Exit codes: 0 ok, also where they differ; 1 one of them cannot be read.

Examples:
  $ tasks diff-plan ./plans/v1/ ./plans/v2/
  $ tasks plan -f spec.md -o new | tasks diff-plan old -`,
    )
    .action(async (before: string, after: string, { json }: { readonly json?: boolean }) => {
      const was = await readPlanFiles(before);
      const is = await readPlanFiles(after);
      const difference = comparePlans(was, is, compileTools);
      if (json) return out(JSON.stringify(difference, undefined, 2));
      const lines = renderDifference(difference);
      for (const line of lines) out(line);
      if (lines.length === 0) err("The plans are the same.");
    });
}
