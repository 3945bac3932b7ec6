import { normalize } from "node:path";
import { type Command, Option } from "commander";
import { InputError } from "../../../core/errors.ts";
import type { PlanSummary } from "../../../core/model/plan-summary.ts";
import { openPlan } from "../../../flows/open-plan.ts";
import { compileTools } from "../../wiring.ts";
import { readPlanFiles } from "../read-plan-files.ts";
import type { Streams } from "../streams.ts";
import { stripControls } from "../strip-controls.ts";
import { findPlans } from "./find-plans.ts";

interface Flags {
  readonly outputDir: string;
  readonly json?: boolean;
}

/** `tasks list-plans`: the plans on this machine. */
export function addListPlansCommand(program: Command, { out, err }: Streams): void {
  program
    .command("list-plans")
    .summary("list the plans there are")
    .description(
      "Lists the plans in the folder of --output-dir and in ./plans, with those below, archived ones too.",
    )
    .addOption(
      new Option("-o, --output-dir <folder>", "where artifacts go")
        .env("TASKS_OUTPUT_DIR")
        .default("./tasks_output/"),
    )
    .option("--json", "for programs: a list of plans")
    .addHelpText(
      "after",
      `
Exit codes: 0 ok, 1 a folder cannot be read.

Examples:
  $ tasks list-plans
  $ tasks list-plans -o build/plans --json`,
    )
    .action(async ({ outputDir, json }: Flags) => {
      const paths = await findPlans([normalize(`${outputDir}/`), "plans"]);
      const rows = await openAll(paths, err);
      if (json) return out(JSON.stringify(rows, undefined, 2));
      if (rows.length === 0) return err("No plans here. Make one: tasks plan -f spec.md");
      const width = Math.max(...rows.map(({ path }) => path.length));
      for (const row of rows) out(stripControls(describe(row, width)));
    });
}

interface Row extends PlanSummary {
  readonly path: string;
}

/** The plans that can be read; of the others it is told why not. */
async function openAll(paths: readonly string[], err: Streams["err"]): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (const path of paths) {
    try {
      const { summary } = openPlan(await readPlanFiles(path), compileTools);
      rows.push({ path, ...summary });
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      err(`${stripControls(path)}: ${stripControls(error.message)}`);
    }
  }
  return rows;
}

function describe(row: Row, width: number): string {
  const { path, planId, isOk, tasks, done, waves, p50Hours, title } = row;
  const hours = p50Hours === undefined ? "" : `  ${p50Hours} h`;
  const verdict = isOk ? "ok    " : "not ok";
  return `${path.padEnd(width)}  ${planId}  ${verdict}  ${done}/${tasks} done  ${waves} waves${hours}  ${title}`;
}
