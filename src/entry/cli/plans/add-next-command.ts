import { type Command, Option } from "commander";
import type { StartableTask } from "../../../core/model/startable-task.ts";
import { openPlan } from "../../../flows/open-plan.ts";
import { compileTools } from "../../wiring.ts";
import { readPlanFiles } from "../read-plan-files.ts";
import type { Streams } from "../streams.ts";
import { stripControls } from "../strip-controls.ts";

interface Flags {
  readonly for?: string;
  readonly json?: boolean;
}

/** `tasks next`: what may start now. */
export function addNextCommand(program: Command, { out, err }: Streams): void {
  program
    .command("next")
    .summary("tell what may start now, and for whom")
    .description(
      "Lists the tasks whose predecessors are done, as the spec's boxes stood when the plan was made: the most urgent first, then those that wait only for a resource or a slot.",
    )
    .argument("[plan-path]", "a plan's folder, or - for standard input", "./tasks_output/")
    .addOption(
      new Option("--for <who>", "only tasks of that owner, or that need that skill").env(
        "TASKS_FOR",
      ),
    )
    .option("--json", "for programs: a list of tasks")
    .addHelpText(
      "after",
      `
Exit codes: 0 ok, also where nothing may start; 1 cannot be read.

Examples:
  $ tasks next
  $ tasks plan -f spec.md | tasks next -
  $ tasks next plans/shop --for backend --json`,
    )
    .action(async (path: string, flags: Flags) => {
      const { startable } = openPlan(await readPlanFiles(path), compileTools);
      const wanted = startable.filter((task) => flags.for === undefined || suits(task, flags.for));
      if (flags.json) return out(JSON.stringify(wanted, undefined, 2));
      for (const task of wanted) out(stripControls(describe(task)));
      if (wanted.length === 0) err("Nothing may start now.");
    });
}

function suits({ owner, skills }: StartableTask, who: string): boolean {
  const names = [...(owner === undefined ? [] : [owner]), ...skills];
  return names.some((name) => name.toLowerCase() === who.toLowerCase());
}

function describe({ id, title, hours, owner, skills, resources, waitsFor }: StartableTask): string {
  const facts = [
    ...(hours === undefined ? [] : [`${hours} h`]),
    ...(owner === undefined ? [] : [`for ${owner}`]),
    ...skills,
    ...(resources.length === 0 ? [] : [`takes ${resources.join(", ")}`]),
    ...(waitsFor === undefined ? [] : [`waits for ${waitsFor}`]),
  ];
  return `${id}  ${title}${facts.length === 0 ? "" : `  (${facts.join(", ")})`}`;
}
