import { z } from "zod";
import { boardSetting } from "./board-setting.ts";
import { calendarSetting } from "./calendar-setting.ts";
import { issuesSetting } from "./issues-setting.ts";
import { unitCount } from "./unit-count.ts";
import {
  allocationSetting,
  barrierSetting,
  machineSetting,
  peopleSetting,
  taskHintsSetting,
} from "./work-settings.ts";

/** Longest glob taken: keeps a settings file from making matching slow. */
const glob = z.string().min(1).max(200);

/** An ID of digits alone is read as a number by YAML. */
const taskName = z.union([z.string(), z.number()]);

/** The settings' decimals come as text, so that task IDs such as 2.10 keep their zero. */
export const decimalText = z
  .string()
  .regex(/^(0?\.\d+|0|1(\.0*)?)$/, "expected a number from 0 to 1");

const decimal = decimalText.transform(Number);

const share = z.union([z.literal([0, 1]), decimal], "expected a number from 0 to 1");

/** One entry under `resources:`, without its name. What is left out comes from the built-in of that name, or a default. */
export const resourceSchema = z.strictObject({
  type: z.enum(["exclusive", "shared_limited"]).optional(),
  capacity: unitCount().optional(),
  location: z.union([glob, z.array(glob)]).optional(),
  scope: z.enum(["plan", "repo", "org"]).optional(),
  reason: z.string().optional(),
  tasks: z.union([z.array(taskName), z.record(z.string(), unitCount())]).optional(),
});

/** The top-level keys of `.github/keysteps.yml`, one schema each; `resources` is read entry by entry. */
export const settingSchemas = {
  execution_model: z.enum(["wave_based", "rolling_frontier"]),
  min_confidence: share,
  max_wave_size: z.int("expected a whole number, at least 1").min(1),
  writeback: z.enum(["off", "pr", "commit"]),
  max_concurrent_tasks: unitCount().min(1),
  order_schedules: z.int("expected a whole number, at least 0").min(0).max(1_000_000),
  seed: z.int("expected a whole number, at least 0").min(0).max(2_147_483_647),
  min_coverage: share,
  fill_gaps: z.boolean(),
  normalise: z.boolean(),
  structure: z.enum(["features", "ten_phases"]),
  resources: z.record(z.string(), z.unknown()),
  barrier: barrierSetting(decimal),
  resource_limits: machineSetting,
  resource_allocation: allocationSetting,
  people: peopleSetting,
  tasks: taskHintsSetting,
  calendar: calendarSetting,
  issues: issuesSetting,
  board: boardSetting,
} as const;
