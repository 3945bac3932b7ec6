import { type Command, Option } from "commander";
import { readTextFile } from "../../adapters/disk/read-text-file.ts";
import type { Diagnostic } from "../../core/model/diagnostic.ts";
import { validatePlan } from "../../flows/validate-plan.ts";
import { compileTools } from "../wiring.ts";
import { formats } from "./findings/formats.ts";
import { readPlanFiles } from "./read-plan-files.ts";
import { renderFindings } from "./render-findings.ts";
import type { Streams } from "./streams.ts";

interface Flags {
  readonly format: keyof typeof formats;
  readonly planDoc?: string;
}

/** `tasks validate-plan`: checks a plan, whoever wrote it. */
export function addValidatePlanCommand(program: Command, { out, err }: Streams): void {
  program
    .command("validate-plan")
    .summary("check a plan, whoever wrote it")
    .description(
      "Checks the artifacts of a plan: JSON, schemas, content hashes, the rules that reject a plan, and that the files agree with each other.",
    )
    .argument("<plan-path>", "a plan's folder, or - for standard input: its path, or its files")
    .option("-f, --plan-doc <path>", "the spec that was planned: evidence must lie within its text")
    .addOption(
      new Option("--format <format>", "how findings are told")
        .env("TASKS_VALIDATE_FORMAT")
        .choices(Object.keys(formats))
        .default("text"),
    )
    .addHelpText(
      "after",
      `
Exit codes: 0 valid, 1 cannot be read, 5 not valid.

Examples:
  $ tasks validate-plan ./tasks_output
  $ tasks plan -f spec.md | tasks validate-plan -
  $ tasks plan -f spec.md --stdout fenced | tasks validate-plan -
  $ tasks validate-plan ./tasks_output -f spec.md
  $ tasks validate-plan ./tasks_output --format sarif > plan.sarif`,
    )
    .action(async (path: string, { format, planDoc }: Flags) => {
      const { place, files } = await readPlanFiles(path);
      const spec = planDoc === undefined ? undefined : await readTextFile(planDoc);
      const validation = await validatePlan(files, compileTools, spec);
      const { isOk } = validation;
      const diagnostics = validation.diagnostics.map((finding) => putInto(place, finding));
      if (format === "text") {
        for (const line of renderFindings(diagnostics)) err(line);
        out(`${place === "-" ? "standard input" : place}: ${isOk ? "valid" : "not valid"}`);
      } else {
        const text = formats[format]({ kind: "plan", paths: [place], diagnostics });
        if (text !== "") out(text);
      }
      process.exitCode = isOk ? 0 : 5;
    });
}

/** The finding with its file's path from the working directory. */
function putInto(place: string, finding: Diagnostic): Diagnostic {
  if (place === "-") return finding;
  const path = `${place.replace(/\/+$/, "")}/${finding.at.path}`;
  return { ...finding, at: { ...finding.at, path } };
}
