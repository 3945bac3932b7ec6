import { z } from "zod";
import { dependencyJson } from "./dependency-json.ts";
import { generated } from "./generated.ts";
import { taskJson } from "./task-json.ts";

const sharedResource = z.object({
  type: z.enum(["exclusive", "shared_limited"]),
  capacity: z.int().min(0).optional(),
  location: z.union([z.string(), z.array(z.string())]).optional(),
  scope: z.enum(["plan", "repo", "org"]).optional(),
  constraint: z.string().optional(),
  reason: z.string().optional(),
});

const names = z.array(z.string());

const codebaseAnalysis = z.object({
  existing_apis: names.optional(),
  reused_components: names.optional(),
  extension_points: names.optional(),
  shared_resources: z.record(z.string(), sharedResource).optional(),
  /** Environments that workflows deploy to. */
  environments: names.optional(),
  /** Commands of the repository that show whether its code is right. */
  checks: z.array(z.object({ kind: z.string(), command: z.string(), path: z.string() })).optional(),
  /** Parsed source files by language. */
  languages: z.record(z.string(), z.int().min(0)).optional(),
  /** How many of each there are, where the lists above are cut. */
  totals: z.record(z.string(), z.int().min(0)).optional(),
  /** Of tasks that have something to build on, by all tasks; from 0 to 1. */
  reuse_ratio: z.number().min(0).max(1).optional(),
  /** Not all of the code was looked at; `note` says what was. */
  partial: z.boolean().optional(),
  note: z.string().optional(),
});

const resourceConflict = z.object({
  tasks: z.array(z.string()),
  resolution: z.string(),
  suggested_order: z.array(z.string()).optional(),
  rationale: z.string(),
});

const meta = z.object({
  execution_model: z.enum(["wave_based", "rolling_frontier"]),
  min_confidence: z.number().min(0).max(1),
  resource_limits: z
    .object({
      max_concurrent_tasks: z.int().min(1).optional(),
      max_memory_gb: z.number().min(0).optional(),
      max_cpu_cores: z.number().min(0).optional(),
      max_disk_io_mbps: z.number().min(0).optional(),
    })
    .optional(),
  codebase_analysis: codebaseAnalysis.optional(),
  /** Tasks that were split or merged, each in one line. */
  autonormalization: z
    .object({
      split: z.array(z.string()).optional(),
      merged: z.array(z.string()).optional(),
      /** Changes that were not made, because stated tasks are left as they are. */
      proposed: z
        .array(
          z.object({
            kind: z.enum(["split", "merge"]),
            tasks: z.array(z.string()),
            into: z.array(z.object({ title: z.string(), hours: z.number().min(0) })),
            reason: z.string(),
          }),
        )
        .optional(),
    })
    .optional(),
  planId: z.string().optional(),
  spec_path: z.string().optional(),
  title: z.string().optional(),
  dialect: z.string().optional(),
  /** Statements that made no dependency because nothing in the plan answers to them. */
  unresolved: z
    .array(
      z.object({
        path: z.string(),
        line: z.int(),
        /** Task ID; null where no one task says it: a section, a phase, a table. */
        owner: z.string().nullable().optional(),
        text: z.string(),
        kind: z.enum(["external", "unresolved"]),
      }),
    )
    .optional(),
  /** Statements that a task, or a group of them, waits for nothing: no link is missing there. */
  explicit_none: z
    .array(
      z.object({
        path: z.string(),
        line: z.int(),
        owner: z.string().nullable(),
        text: z.string(),
      }),
    )
    .optional(),
  groups: z
    .array(z.object({ id: z.string(), title: z.string(), tasks: z.array(z.string()) }))
    .optional(),
  /** IDs that earlier versions of the plan gave and that are not given again. */
  retired: z.array(z.string()).optional(),
});

/** The shape of tasks.json. */
export const tasksJson = z.object({
  meta,
  generated,
  tasks: z.array(taskJson),
  dependencies: z.array(dependencyJson),
  resource_conflicts: z.record(z.string(), resourceConflict),
});

/** The type of tasks.json. */
export type TasksJson = z.infer<typeof tasksJson>;
