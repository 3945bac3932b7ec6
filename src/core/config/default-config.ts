import type { Config } from "../model/config.ts";
import { builtInResources } from "./built-in-resources.ts";

/** What holds where neither flag, environment nor settings file say otherwise. */
export const defaultConfig: Config = {
  executionModel: "rolling_frontier",
  minConfidence: 0.7,
  maxWaveSize: 30,
  maxConcurrentTasks: 10,
  resources: builtInResources,
};
