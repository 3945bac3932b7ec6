import { type Command, InvalidArgumentError, Option } from "commander";
import { type ForecastRequest, forecastSpec } from "../../flows/forecast-spec.ts";
import { renderForecast } from "../../flows/render-forecast.ts";
import { exitCodeOfFindings } from "../exit-code.ts";
import { compileTools } from "../wiring.ts";
import { addPlanOptions, type PlanFlags, toOverrides } from "./plan-options.ts";
import { readSpecSource } from "./read-spec-source.ts";
import { renderFindings } from "./render-findings.ts";
import type { Streams } from "./streams.ts";
import { stripControls } from "./strip-controls.ts";

interface Flags extends PlanFlags {
  readonly planDoc?: string;
  readonly done?: readonly string[];
  readonly started?: ForecastRequest["started"];
  readonly startDate?: string;
  readonly json?: boolean;
}

/** `tasks forecast`: how long the rest of a plan takes, task by task; on stdout. */
export function addForecastCommand(program: Command, { out, err }: Streams): void {
  const command = program
    .command("forecast")
    .summary("say how long the rest of a plan takes")
    .description(
      "Runs what is left of a plan many times and tells when it ends, task by task. Writes nothing.",
    )
    .addOption(
      new Option(
        "-f, --plan-doc <path>",
        "the spec: a file, a folder, or - for standard input",
      ).env("TASKS_PLAN_DOC"),
    )
    .addOption(
      new Option("--done <ids>", "finished tasks beside those with a ticked box").argParser(
        toNames,
      ),
    )
    .addOption(
      new Option(
        "--started <ids>",
        "tasks under way, with hours worked, such as T003=2.5,T004",
      ).argParser(toStarted),
    )
    .addOption(
      new Option("--start-date <date>", "when the work that is left begins").env(
        "TASKS_START_DATE",
      ),
    )
    .addOption(new Option("--json", "as JSON, in the form of waves.json"))
    .addHelpText(
      "after",
      `
Exit codes: 0 ok, 1 input cannot be read, 3 cycle, 4 a task needs more than a capacity, 5 any other error in the spec.

Examples:
  $ tasks forecast -f specs/shop/tasks.md
  $ tasks forecast -f specs/shop/tasks.md --done T001,T002 --started T003=2.5
  $ tasks forecast -f specs/shop/tasks.md --start-date 2026-03-02`,
    );
  addPlanOptions(command).action(async (flags: Flags) => {
    const source = await readSpecSource({ description: undefined, planDoc: flags.planDoc });
    const forecast = forecastSpec(
      {
        source: { ...source, overrides: toOverrides(flags), record: undefined },
        done: flags.done ?? [],
        started: flags.started ?? [],
        start: flags.startDate,
      },
      compileTools,
    );
    const errors = forecast.diagnostics.filter(({ severity }) => severity === "error");
    const odd = forecast.diagnostics.filter(({ code }) => code === "KS307");
    for (const line of errors.length > 0 ? renderFindings(errors) : []) err(line);
    for (const { message } of odd) err(stripControls(message));
    const { text, json } = renderForecast(forecast);
    out(flags.json ? json : text.map(stripControls).join("\n"));
    process.exitCode = exitCodeOfFindings(errors);
  });
}

function toNames(text: string): readonly string[] {
  return text.split(/[\s,]+/).filter((name) => name !== "");
}

function toStarted(text: string): ForecastRequest["started"] {
  return toNames(text).map((part) => {
    const [name = "", worked = "0"] = part.split("=");
    const hours = Number(worked);
    if (name === "" || worked.trim() === "" || !(hours >= 0 && hours < 1e6)) {
      throw new InvalidArgumentError("Write task IDs, each with hours if any: T003=2.5,T004");
    }
    return { name, hours };
  });
}
