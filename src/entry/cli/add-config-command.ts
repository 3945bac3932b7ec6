import { type Command, Option } from "commander";
import { readGitFacts } from "../../adapters/process/read-git-facts.ts";
import { showSettings } from "../../flows/show-settings.ts";
import { exitCodeOfFindings } from "../exit-code.ts";
import { addPlanOptions, type PlanFlags, toOverrides } from "./plan-options.ts";
import { readConfigText } from "./read-config-text.ts";
import { renderFindings } from "./render-findings.ts";
import type { Streams } from "./streams.ts";
import { stripControls } from "./strip-controls.ts";

interface Flags extends PlanFlags {
  readonly json?: boolean;
}

/** Key in the settings file of what each flag gives. */
const keyOfFlag: Readonly<Record<keyof PlanFlags, string>> = {
  minConfidence: "min_confidence",
  maxWaveSize: "max_wave_size",
  maxConcurrent: "max_concurrent_tasks",
  orderSchedules: "order_schedules",
  seed: "seed",
  fillGaps: "fill_gaps",
  normalise: "normalise",
  structure: "structure",
  executionModel: "execution_model",
};

/** `tasks config`: which settings hold here, and where each value comes from; on stdout. */
export function addConfigCommand(program: Command, { out, err }: Streams): void {
  const command = program
    .command("config")
    .summary("say which settings hold, and where each comes from")
    .description(
      "Prints every setting with its value and whether a flag, a variable, a line of .github/keysteps.yml or the default says so. Writes nothing.",
    )
    .addOption(new Option("--json", "as JSON: a list of key, value and origin"))
    .addHelpText(
      "after",
      `
Exit codes: 0 ok, 1 input cannot be read, 5 the settings file has an error.

Examples:
  $ tasks config
  $ TASKS_MAX_WAVE_SIZE=5 tasks config --json`,
    );
  addPlanOptions(command).action(async (flags: Flags) => {
    const { root } = await readGitFacts("description");
    const given = { overrides: toOverrides(flags), sources: listSources(command) };
    const { text, json, diagnostics } = showSettings(await readConfigText(root), given);
    for (const line of renderFindings(diagnostics)) err(line);
    out(flags.json ? json : text.trimEnd().split("\n").map(stripControls).join("\n"));
    process.exitCode = exitCodeOfFindings(diagnostics);
  });
}

/** The flag or variable that each setting was given by, by the setting's key. */
function listSources(command: Command): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const option of command.options) {
    const name = option.attributeName();
    const key = isPlanFlag(name) ? keyOfFlag[name] : undefined;
    const source = command.getOptionValueSource(name);
    if (key === undefined || (source !== "cli" && source !== "env")) continue;
    found.set(key, source === "env" ? (option.envVar ?? "") : (option.long ?? ""));
  }
  return found;
}

function isPlanFlag(name: string): name is keyof PlanFlags {
  return Object.hasOwn(keyOfFlag, name);
}
