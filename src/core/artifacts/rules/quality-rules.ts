import { measureEvidence } from "../metrics/measure-evidence.ts";
import { measureVerbFirst } from "../metrics/measure-verb-first.ts";
import type { PlanRule, RuleFault } from "./plan-rule.ts";

/** The bands of T.A.S.K.S v3; outside of them a plan deserves a second look and is not rejected. */
const bands = { leastDensity: 0.05, mostDensity: 0.5, leastVerbFirst: 0.8, leastEvidence: 0.95 };

/** The quality metrics of T.A.S.K.S v3, each a warning outside its band. */
export const qualityRules: readonly PlanRule[] = [
  {
    name: "edge_density",
    code: "KS520",
    find: ({ metrics }) => {
      const { edgeDensity, nodes } = metrics;
      if (nodes < 2) return [];
      if (edgeDensity >= bands.leastDensity && edgeDensity <= bands.mostDensity) return [];
      const isThin = edgeDensity < bands.leastDensity;
      const mend = isThin ? "see whether dependencies are missing" : "see which are not needed";
      return [
        inMetrics(
          "edgeDensity",
          `Edge density ${edgeDensity} is ${isThin ? "below" : "above"} the usual ${bands.leastDensity} to ${bands.mostDensity}; ${mend} (large plans are thin by nature)`,
        ),
      ];
    },
  },
  {
    name: "verb_first",
    code: "KS521",
    find: ({ tasks }) => {
      const share = measureVerbFirst(tasks.tasks.map(({ title }) => title));
      if (share === undefined || share >= bands.leastVerbFirst) return [];
      return [
        inMetrics(
          "verbFirstPct",
          `${Math.round(100 * share)}% of the titles begin with a verb, fewer than ${100 * bands.leastVerbFirst}%; say what is to be done, such as "Add …"`,
        ),
      ];
    },
  },
  {
    name: "evidence_coverage",
    code: "KS522",
    find: ({ tasks }) => {
      const share = measureEvidence(tasks);
      if (share >= bands.leastEvidence) return [];
      return [
        inMetrics(
          "evidenceCoverage",
          `${Math.round(100 * share)}% of tasks and dependencies have evidence, fewer than ${100 * bands.leastEvidence}%; quote the spec`,
        ),
      ];
    },
  },
];

function inMetrics(key: string, message: string): RuleFault {
  return { file: "dag.json", keys: ["metrics", key], message };
}
