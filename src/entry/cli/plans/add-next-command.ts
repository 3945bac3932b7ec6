import { type Command, Option } from "commander";
import type { StartableTask } from "../../../core/model/startable-task.ts";
import type { StuckTasks } from "../../../core/model/stuck-tasks.ts";
import { listNext } from "../../../flows/list-next.ts";
import { readPlanFiles } from "../read-plan-files.ts";
import type { Streams } from "../streams.ts";
import { stripControls } from "../strip-controls.ts";
import { describeNothing } from "./describe-nothing.ts";
import { describeStuck } from "./describe-stuck.ts";

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
    .argument(
      "[plan-path]",
      "a plan's folder, or - for standard input",
      process.env.TASKS_OUTPUT_DIR || "./tasks_output/",
    )
    .addOption(
      new Option("--for <who>", "only tasks of that owner, or that need that skill").env(
        "TASKS_FOR",
      ),
    )
    .option("--json", "for programs: a list of tasks")
    .addHelpText(
      "after",
      `
Exit codes: 0 ok, also where nothing may start; 1 cannot be read; 3 tasks wait for each other, 4 a task needs more than a capacity, 5 a task waits for one that the plan does not have (the others are listed all the same).

Examples:
  $ tasks next
  $ tasks plan -f spec.md | tasks next -
  $ tasks next plans/shop --for backend --json`,
    )
    .action(async (path: string, flags: Flags) => {
      const next = listNext(await readPlanFiles(path));
      const wanted = next.startable.filter(
        (task) => flags.for === undefined || suits(task, flags.for),
      );
      if (flags.json) out(JSON.stringify(wanted, undefined, 2));
      else for (const task of wanted) out(stripControls(describe(task)));
      for (const stuck of next.stuck) err(stripControls(describeStuck(stuck)));
      if (wanted.length === 0) err(stripControls(describeNothing(next, flags.for)));
      const codes = next.stuck.map(({ kind }) => exitCodes[kind]);
      process.exitCode = codes.length === 0 ? 0 : Math.min(...codes);
    });
}

const exitCodes: Readonly<Record<StuckTasks["kind"], number>> = {
  cycle: 3,
  shortage: 4,
  unknown: 5,
};

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
    ...(waitsFor === undefined
      ? []
      : [`waits for ${waitsFor === "max_concurrent_tasks" ? "a free slot" : waitsFor}`]),
  ];
  return `${id}  ${title}${facts.length === 0 ? "" : `  (${facts.join(", ")})`}`;
}
