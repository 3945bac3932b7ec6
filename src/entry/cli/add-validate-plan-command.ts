import type { Command } from "commander";
import { readPlanFolder } from "../../adapters/disk/read-plan-folder.ts";
import { artifactNames, validatePlan } from "../../flows/validate-plan.ts";
import { compileTools } from "../wiring.ts";
import { renderFindings } from "./render-findings.ts";
import type { Streams } from "./streams.ts";

/** `tasks validate-plan`: checks a plan folder, whoever wrote it. */
export function addValidatePlanCommand(program: Command, { out, err }: Streams): void {
  program
    .command("validate-plan")
    .summary("check a plan folder")
    .description(
      "Checks the artifacts in a plan folder: JSON, schemas, content hashes, and that the files agree with each other.",
    )
    .argument("<plan-path>", "folder that `tasks plan` wrote")
    .addHelpText(
      "after",
      "\nExit codes: 0 valid, 1 cannot be read, 5 not valid.\n\nExample:\n  $ tasks validate-plan ./tasks_output",
    )
    .action(async (folder: string) => {
      const files = await readPlanFolder(folder, artifactNames);
      const { diagnostics, isOk } = await validatePlan(files, compileTools);
      for (const line of renderFindings(diagnostics)) err(line);
      out(isOk ? `${folder}: valid` : `${folder}: not valid`);
      process.exitCode = isOk ? 0 : 5;
    });
}
