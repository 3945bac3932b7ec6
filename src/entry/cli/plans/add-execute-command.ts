import { type Command, Option } from "commander";
import { InputError } from "../../../core/errors.ts";
import type { Config } from "../../../core/model/config.ts";
import { countOf } from "../../../core/text/count-of.ts";
import { type RehearsedPlan, rehearseExecution } from "../../../flows/rehearse-execution.ts";
import { validatePlan } from "../../../flows/validate-plan.ts";
import { compileTools } from "../../wiring.ts";
import { parseWhole } from "../parse-whole.ts";
import { readPlanFiles } from "../read-plan-files.ts";
import { renderFindings } from "../render-findings.ts";
import type { Streams } from "../streams.ts";
import { stripControls } from "../strip-controls.ts";

interface Flags {
  readonly dryRun?: boolean;
  readonly workerMax?: number;
  readonly forceExecutionModel?: Config["executionModel"];
  readonly json?: boolean;
}

/** `tasks execute --dry-run`: what would begin and finish when. */
export function addExecuteCommand(program: Command, { out, err }: Streams): void {
  program
    .command("execute")
    .summary("rehearse a plan: what would begin and finish when")
    .description(
      "Checks a plan and runs it without doing any of it: which task begins and finishes when, if each takes its likely hours. Only with --dry-run; there are no workers to give tasks to.",
    )
    .argument("<plan-path>", "a plan's folder, or - for standard input")
    .option("-d, --dry-run", "do nothing, tell what would happen")
    .addOption(
      new Option("--worker-max <count>", "most tasks at once, if the plan allows as many")
        .env("TASKS_WORKER_MAX")
        .argParser((text) => parseWhole(text, 1, Number.MAX_SAFE_INTEGER)),
    )
    .addOption(
      new Option("--force-execution-model <model>", "run it that way, whatever the plan says")
        .env("TASKS_FORCE_EXECUTION_MODEL")
        .choices(["wave_based", "rolling_frontier"]),
    )
    .option("--json", "for programs: one object")
    .addHelpText(
      "after",
      `
Exit codes: 0 every task comes to its end, 1 cannot be read, or --dry-run is missing, 4 a task never begins, 5 the plan is not valid.

Examples:
  $ tasks execute ./tasks_output --dry-run
  $ tasks plan -f spec.md | tasks execute - --dry-run
  $ tasks execute plans/shop --dry-run --force-execution-model wave_based --json`,
    )
    .action(async (path: string, flags: Flags) => {
      if (flags.dryRun !== true) {
        throw new InputError(
          `Cannot execute ${path}: there are no workers to give its tasks to; add --dry-run to see what would begin and finish when, or apply the spec and let the App coordinate people`,
        );
      }
      const plan = await readPlanFiles(path);
      const { diagnostics, isOk } = await validatePlan(plan.files, compileTools);
      if (!isOk) {
        for (const line of renderFindings(diagnostics)) err(line);
        err(`${path} is not valid, so it is not run; mend it, see tasks validate-plan`);
        process.exitCode = 5;
        return;
      }
      const rehearsed = rehearseExecution(plan, {
        model: flags.forceExecutionModel,
        mostAtOnce: flags.workerMax,
      });
      if (flags.json) out(JSON.stringify(toJson(rehearsed), undefined, 2));
      else for (const line of describeEvents(rehearsed)) out(stripControls(line));
      for (const line of describeEnd(rehearsed)) err(line);
      process.exitCode = rehearsed.stuck.length > 0 ? 4 : 0;
    });
}

function describeEvents({ events, titles }: RehearsedPlan): readonly string[] {
  const times = events.map(({ atHours }) => `${round(atHours)} h`);
  const width = times.reduce((most, { length }) => Math.max(most, length), 0);
  return events.map(({ kind, task }, at) => {
    const time = (times[at] ?? "").padStart(width);
    if (kind === "finishes") return `${time}  finishes  ${task}`;
    return `${time}  begins    ${task}  ${titles.get(task) ?? ""}`;
  });
}

function describeEnd(rehearsed: RehearsedPlan): readonly string[] {
  const { model, hours, mostAtOnce, maxConcurrent, doneBefore, stuck, titles } = rehearsed;
  const done = doneBefore === 0 ? "" : `, ${doneBefore} done before`;
  const end = `${model}: ${countOf(titles.size, "task")}${done}, ${round(hours)} h at likely hours, at most ${mostAtOnce} at once of ${maxConcurrent}`;
  if (stuck.length === 0) return [end];
  const names = stuck.slice(0, 5).join(", ");
  const more = stuck.length > 5 ? ` and ${stuck.length - 5} more` : "";
  return [
    end,
    `Never begin: ${names}${more}; they need more than there is, or wait for one that does: raise the limits, or lower what they take`,
  ];
}

function toJson({ events, titles, stuck, ...rehearsed }: RehearsedPlan) {
  return {
    execution_model: rehearsed.model,
    max_concurrent_tasks: rehearsed.maxConcurrent,
    makespan_hours: round(rehearsed.hours),
    most_at_once: rehearsed.mostAtOnce,
    done_before: rehearsed.doneBefore,
    never_begin: stuck,
    events: events.map(({ atHours, kind, task }) => ({
      at_hours: round(atHours),
      event: kind,
      task,
      title: titles.get(task),
    })),
  };
}

function round(hours: number): number {
  return Math.round(100 * hours) / 100;
}
