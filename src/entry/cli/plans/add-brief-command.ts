import { type Command, Option } from "commander";
import { briefTask } from "../../../flows/brief-task.ts";
import { readPlanFiles } from "../read-plan-files.ts";
import type { Streams } from "../streams.ts";
import { stripControls } from "../strip-controls.ts";

interface Flags {
  readonly plan: string;
  readonly json?: boolean;
}

/** `tasks brief`: one task for who does it. */
export function addBriefCommand(program: Command, { out }: Streams): void {
  program
    .command("brief")
    .summary("print one task for who does it")
    .description(
      "Prints one task as a bounded brief in Markdown that is enough to begin with: what is to be done and when it is, what it may touch, what it builds on and waits for, what it takes, what to tell on the way, and the words of the spec.",
    )
    .argument("<task>", "ID of the task, of the plan (P1.T004) or of the spec (T004)")
    .addOption(
      new Option("--plan <plan-path>", "the plan's folder, or - for standard input")
        .env("TASKS_OUTPUT_DIR")
        .default("./tasks_output/"),
    )
    .option("--json", "for programs: one object")
    .addHelpText(
      "after",
      `
Exit codes: 0 ok, 1 the plan cannot be read, or has no such task.

Examples:
  $ tasks brief P1.T004
  $ tasks brief T004 --plan plans/shop | llm "do this"
  $ tasks brief T004 --json | jq .waitsFor`,
    )
    .action(async (task: string, { plan, json }: Flags) => {
      const { brief, text } = briefTask(await readPlanFiles(plan), task);
      if (json) out(JSON.stringify(brief, undefined, 2));
      else out(text.split("\n").map(stripControls).join("\n").trimEnd());
    });
}
