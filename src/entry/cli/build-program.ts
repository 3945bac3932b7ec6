import { Command } from "commander";
import { version } from "../version.ts";
import { addApplyCommand } from "./add-apply-command.ts";
import { addCompletionCommand } from "./add-completion-command.ts";
import { addConfigCommand } from "./add-config-command.ts";
import { addDemoCommand } from "./add-demo-command.ts";
import { addForecastCommand } from "./add-forecast-command.ts";
import { addLintCommand } from "./add-lint-command.ts";
import { addPlanCommand } from "./add-plan-command.ts";
import { addShowPlanCommand } from "./add-show-plan-command.ts";
import { addStatusCommand } from "./add-status-command.ts";
import { addValidatePlanCommand } from "./add-validate-plan-command.ts";
import { addArchivePlanCommand } from "./plans/add-archive-plan-command.ts";
import { addBriefCommand } from "./plans/add-brief-command.ts";
import { addDiffPlanCommand } from "./plans/add-diff-plan-command.ts";
import { addExecuteCommand } from "./plans/add-execute-command.ts";
import { addListPlansCommand } from "./plans/add-list-plans-command.ts";
import { addNextCommand } from "./plans/add-next-command.ts";
import { settleVariables } from "./settle-variables.ts";
import type { Streams } from "./streams.ts";

/** The command line: commands, flags, help. Faults in arguments end with exit code 1. */
export function buildProgram(streams: Streams): Command {
  const program = new Command("tasks")
    .description("Keysteps: turns a spec into a plan, and the plan into linked GitHub issues.")
    .version(version)
    .addHelpText(
      "after",
      `
Exit codes: 0 ok, 1 arguments or input, 2 code, 3 cycle, 4 capacity, 5 other errors in spec or plan, 9 given up, 10 access denied, 11 try again later, 70 a bug.

Examples:
  $ tasks demo
  $ tasks plan specs/shop/tasks.md
  $ tasks show-plan ./tasks_output --html
  $ tasks next
  $ tasks apply -f specs/shop/tasks.md --repo acme/shop --dry-run`,
    )
    .showHelpAfterError("(run with --help to see what it takes)")
    .configureOutput({
      writeOut: (text) => streams.out(text.trimEnd()),
      writeErr: (text) => streams.err(text.trimEnd()),
    });
  addPlanCommand(program, streams);
  addForecastCommand(program, streams);
  addLintCommand(program, streams);
  addValidatePlanCommand(program, streams);
  addShowPlanCommand(program, streams);
  addApplyCommand(program, streams);
  addConfigCommand(program, streams);
  addStatusCommand(program, streams);
  addListPlansCommand(program, streams);
  addDiffPlanCommand(program, streams);
  addArchivePlanCommand(program, streams);
  addNextCommand(program, streams);
  addBriefCommand(program, streams);
  addExecuteCommand(program, streams);
  addDemoCommand(program);
  addCompletionCommand(program, streams);
  settleVariables(program);
  return program;
}
