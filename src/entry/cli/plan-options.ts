import { type Command, Option } from "commander";
import type { Config } from "../../core/model/config.ts";
import { parseNumber } from "./parse-number.ts";
import { parseWhole } from "./parse-whole.ts";

/** Flags that stand above `.github/keysteps.yml`; unset ones leave it its say. */
export interface PlanFlags {
  readonly minConfidence?: number;
  readonly maxWaveSize?: number;
  readonly maxConcurrent?: number;
  readonly orderSchedules?: number;
  readonly seed?: number;
  readonly fillGaps?: boolean;
  readonly normalise?: boolean;
  readonly structure?: Config["structure"];
  readonly executionModel?: Config["executionModel"];
}

/** Adds the flags that shape a plan, each also read from its environment variable. */
export function addPlanOptions(command: Command): Command {
  return command
    .addOption(
      new Option(
        "-c, --min-confidence <number>",
        "leave out dependencies below it, 0 to 1 (default 0.7)",
      )
        .env("TASKS_MIN_CONFIDENCE")
        .argParser((text) => parseNumber(text, 0, 1)),
    )
    .addOption(
      new Option("-w, --max-wave-size <count>", "most tasks in a wave (default 30)")
        .env("TASKS_MAX_WAVE_SIZE")
        .argParser(parseCount),
    )
    .addOption(
      new Option("-j, --max-concurrent <count>", "most tasks at once (default 10)")
        .env("TASKS_MAX_CONCURRENT")
        .argParser(parseCount),
    )
    .addOption(
      new Option(
        "--order-schedules <count>",
        "schedules spent on improving the order (default: by size)",
      )
        .env("TASKS_ORDER_SCHEDULES")
        .argParser((text) => parseWhole(text, 0, 1_000_000)),
    )
    .addOption(
      new Option("--seed <number>", "what random numbers start from (default 1)")
        .env("TASKS_SEED")
        .argParser((text) => parseWhole(text, 0, 2_147_483_647)),
    )
    .addOption(
      new Option(
        "-m, --execution-model <model>",
        "how the plan is meant to run (default rolling_frontier)",
      )
        .env("TASKS_EXECUTION_MODEL")
        .choices(["wave_based", "rolling_frontier"]),
    )
    .addOption(
      new Option("--fill-gaps", "add a task for each requirement that none serves").env(
        "TASKS_FILL_GAPS",
      ),
    )
    .addOption(
      new Option(
        "--normalise",
        "split tasks above 16 h and put those below half an hour together",
      ).env("TASKS_NORMALISE"),
    )
    .addOption(
      new Option(
        "--structure <structure>",
        "how tasks that only prose asks for are arranged (default features)",
      )
        .env("TASKS_STRUCTURE")
        .choices(["features", "ten_phases"]),
    );
}

/** The settings that the flags override. */
export function toOverrides(flags: PlanFlags): Partial<Config> {
  return {
    ...(flags.minConfidence !== undefined && { minConfidence: flags.minConfidence }),
    ...(flags.maxWaveSize !== undefined && { maxWaveSize: flags.maxWaveSize }),
    ...(flags.maxConcurrent !== undefined && { maxConcurrentTasks: flags.maxConcurrent }),
    ...(flags.orderSchedules !== undefined && { orderSchedules: flags.orderSchedules }),
    ...(flags.seed !== undefined && { seed: flags.seed }),
    ...(flags.fillGaps !== undefined && { fillsGaps: flags.fillGaps }),
    ...(flags.normalise !== undefined && { normalises: flags.normalise }),
    ...(flags.structure !== undefined && { structure: flags.structure }),
    ...(flags.executionModel !== undefined && { executionModel: flags.executionModel }),
  };
}

function parseCount(text: string): number {
  return parseWhole(text, 1, Number.MAX_SAFE_INTEGER);
}
