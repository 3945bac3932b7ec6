import { z } from "zod";
import { dependencyType } from "./dependency-json.ts";
import { generated } from "./generated.ts";
import { parallelGroups } from "./parallel-groups.ts";
import { timeSaved } from "./time-saved.ts";

const count = z.int().min(0);

/** An edge as a pair: [before, after]. */
const edge = z.tuple([z.string(), z.string()]);

/** A finding as text, or with its code and place. */
const finding = z.union([
  z.string(),
  z.object({
    code: z.string(),
    message: z.string(),
    path: z.string().optional(),
    line: z.int().optional(),
    column: z.int().optional(),
  }),
]);

const keptOut = z.object({
  from: z.string(),
  to: z.string(),
  type: dependencyType,
  reason: z.string().optional(),
  confidence: z.number().min(0).max(1),
  isHard: z.boolean().optional(),
});

const countsByType = z.partialRecord(dependencyType, count);

const metrics = z.object({
  minConfidenceApplied: z.number().min(0).max(1),
  keptByType: countsByType,
  droppedByType: countsByType,
  nodes: count,
  edges: count,
  /** Edges of the graph by the edges it could have: e / (n(n−1)); 0 for fewer than two tasks. */
  edgeDensity: z.number().min(0),
  widthApprox: count,
  widthMethod: z.string(),
  longestPath: count,
  isolatedTasks: count,
  lowConfidenceEdgesExcluded: count.optional(),
  /** Share of the titles that begin with a verb, from 0 to 1. */
  verbFirstPct: z.number().min(0).max(1).optional(),
  /** Pairs of tasks that may be the same work: much of their words and files is the same. */
  meceOverlapSuspects: count.optional(),
  /** Share of the tasks and dependencies that have evidence, from 0 to 1. */
  evidenceCoverage: z.number().min(0).max(1).optional(),
  /** Share of the tasks that reuse something there is; absent where no code was looked at. */
  codebaseReusePct: z.number().min(0).max(1).optional(),
  mutualExclusionEdges: count.optional(),
  resourceConstrainedTasks: count.optional(),
  resourceUtilization: z
    .record(
      z.string(),
      z.object({
        total_tasks: count,
        capacity: count.optional(),
        waves_required: count.optional(),
        utilization: z.string().optional(),
        serialization_impact: z.string().optional(),
      }),
    )
    .optional(),
});

/** The shape of dag.json: the precedence graph, contention left out. */
export const dagJson = z.object({
  ok: z.boolean(),
  errors: z.array(finding),
  warnings: z.array(finding),
  generated,
  metrics,
  topo_order: z.array(z.string()),
  /** The transitive reduction: all of it up to 100 edges, else the first 100. */
  reduced_edges_sample: z.array(edge),
  /** Limits that make the plan longer, the costliest first. */
  resource_bottlenecks: z
    .array(
      z.object({
        resource: z.string(),
        impact: z.string(),
        affected_tasks: z.array(z.string()),
        mitigation: z.string().optional(),
      }),
    )
    .optional(),
  /** Tasks that become ready together and can run side by side. */
  parallel_groups: parallelGroups.optional(),
  time_saved: timeSaved.optional(),
  softDeps: z.array(keptOut),
  lowConfidenceDeps: z.array(keptOut),
  cycle_break_suggestions: z.array(
    z.union([
      z.string(),
      keptOut.extend({
        cycle: z.array(z.string()),
        /** The link was made soft. */
        applied: z.boolean().optional(),
      }),
    ]),
  ),
  /** How many requirements tasks serve; absent where there is nothing to count. */
  coverage: z
    .object({
      total: count,
      covered: count,
      areas: z.array(z.object({ name: z.string(), total: count, covered: count })),
      gaps: z.array(
        z.object({
          id: z.string(),
          text: z.string(),
          area: z.string(),
          path: z.string(),
          line: z.int(),
        }),
      ),
    })
    .optional(),
  /** Which of the rules that reject a plan were looked at. */
  hard_fails: z.object({ judged: z.array(z.string()), not_judged: z.array(z.string()) }).optional(),
});

/** The type of dag.json. */
export type DagJson = z.infer<typeof dagJson>;
