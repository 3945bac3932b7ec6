import type { Config } from "../model/config.ts";
import { builtInResources } from "./built-in-resources.ts";

/** What holds where neither flag, environment nor settings file say otherwise. */
export const defaultConfig: Config = {
  executionModel: "rolling_frontier",
  minConfidence: 0.7,
  maxWaveSize: 30,
  maxConcurrentTasks: 10,
  orderSchedules: undefined,
  seed: 1,
  writeback: "off",
  minCoverage: 0.9,
  fillsGaps: false,
  normalises: false,
  structure: "features",
  resources: builtInResources,
  barrierQuorum: 0.95,
  machine: { cpuCores: undefined, memoryMb: undefined, diskIoMbps: undefined },
  allocation: {
    headroomPercent: 20,
    isPreemptionEnabled: true,
    preemptionPriorities: ["low", "medium", "high", "critical"],
  },
  people: [],
  taskHints: {},
  calendar: undefined,
  issueFields: undefined,
  board: undefined,
};
