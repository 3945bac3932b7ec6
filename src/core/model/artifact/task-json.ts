import { z } from "zod";
import { executionGuidance } from "./execution-guidance.ts";
import { sourceEvidence } from "./source-evidence.ts";

const boundaries = z.object({
  expected_complexity: z.object({ value: z.string(), breakdown: z.string().optional() }).optional(),
  definition_of_done: z
    .object({ criteria: z.array(z.string()), stop_when: z.string().optional() })
    .optional(),
  scope: z
    .object({
      includes: z.array(z.string()).optional(),
      excludes: z.array(z.string()).optional(),
      restrictions: z.string().optional(),
    })
    .optional(),
});

const machine = z.object({
  cpu_cores: z.number().min(0).optional(),
  memory_mb: z.number().min(0).optional(),
  disk_io_mbps: z.number().min(0).optional(),
});

const resourceRequirements = z.object({
  estimated: machine.extend({
    exclusive_resources: z.array(z.string()).optional(),
    /** Units by resource. */
    shared_resources: z.record(z.string(), z.int().min(1)).optional(),
  }),
  peak: machine
    .extend({ duration_seconds: z.number().min(0).optional(), during: z.string().optional() })
    .optional(),
  worker_capabilities_required: z.array(z.string()).optional(),
});

const schedulingHints = z.object({
  priority: z.enum(["critical", "high", "medium", "low"]).optional(),
  preemptible: z.boolean().optional(),
  retry_on_failure: z.boolean().optional(),
  max_retries: z.int().min(0).optional(),
  preferred_time_window: z.string().optional(),
  /** Tasks that need the same resource and that no order keeps apart. */
  avoid_concurrent_with: z.array(z.string()).optional(),
  can_pause_resume: z.boolean().optional(),
  checkpoint_capable: z.boolean().optional(),
});

const reuse = z.object({
  extends: z.array(z.string()).optional(),
  imports: z.array(z.string()).optional(),
  rationale: z.string().optional(),
});

/** Why a task is held to need a resource. */
const resourceReason = z.object({
  resource: z.string(),
  units: z.int().min(1),
  origin: z.enum(["stated", "config", "inferred"]),
  confidence: z.number().min(0).max(1),
  reason: z.string(),
});

const hours = z.number().min(0);

/** Three points, none below the one before. */
const duration = z.object({ optimistic: hours, mostLikely: hours, pessimistic: hours });

/** What a field holds that the spec does not state, and why. */
const inference = z.object({
  /** The field, its parts joined by dots. */
  field: z.string(),
  confidence: z.number().min(0).max(1),
  reason: z.string(),
});

/** A file that a task names. */
const file = z.object({
  path: z.string(),
  action: z.enum(["create", "edit", "delete"]).optional(),
});

/** A step of a task; never an issue of its own. */
const subtask = z.object({
  /** As written, else its task's with its place (`T031.2`). */
  id: z.string(),
  title: z.string(),
  done: z.boolean(),
  hours: hours.optional(),
  files: z.array(file).optional(),
  output: z.string().optional(),
  line: z.int(),
});

/** The estimate that the spec states, in working hours. */
const statedEffort = z.object({
  hours,
  min_hours: hours,
  max_hours: hours,
  points: z.number().optional(),
  /** The stated split into kinds of work. */
  parts: z
    .object({
      development: hours.optional(),
      testing: hours.optional(),
      review: hours.optional(),
    })
    .optional(),
  /** As written. */
  text: z.string(),
});

/** What is to come of a check; other makers may expect more. */
const expectation = z.looseObject({
  passRateGte: z.number().optional(),
  coverageGte: z.number().optional(),
  exists: z.boolean().optional(),
  validOpenAPI: z.boolean().optional(),
  lte: z.number().optional(),
  gte: z.number().optional(),
  /** As the spec words it. */
  stated: z.string().optional(),
  /** State that an issue is to have. */
  state: z.string().optional(),
});

/**
 * How a machine can tell that a task is done: a `command` is run, an `artifact` is looked at, a
 * `metric` is measured; an `issue` (ours) is closed as completed.
 */
const acceptanceCheck = z.object({
  type: z.string(),
  cmd: z.string().optional(),
  path: z.string().optional(),
  name: z.string().optional(),
  expect: expectation.optional(),
});

/** Where in the spec a task stands, and what its box says; no line for a task that no line states. */
const source = z.object({
  id: z.string().optional(),
  path: z.string(),
  line: z.int().optional(),
  state: z.enum(["todo", "in-progress", "done", "blocked", "deferred"]),
  parallel: z.boolean(),
});

/** The shape of one task in tasks.json. What nothing states or computes is absent. */
export const taskJson = z.object({
  id: z.string(),
  feature_id: z.string(),
  title: z.string(),
  description: z.string().optional(),
  category: z.enum(["foundation", "implementation", "integration", "optimization"]).optional(),
  /** The type that the spec states, as written. */
  stated_type: z.string().optional(),
  owner: z.string().optional(),
  /** Owners of its files by CODEOWNERS. */
  code_owners: z.array(z.string()).optional(),
  optional: z.boolean().optional(),
  stated_effort: statedEffort.optional(),
  subtasks: z.array(subtask).optional(),
  files: z.array(file).optional(),
  boundaries: boundaries.optional(),
  execution_guidance: executionGuidance.optional(),
  resource_requirements: resourceRequirements.optional(),
  resource_reasons: z.array(resourceReason).optional(),
  /** Resources as the task names them, whether or not the plan knows them. */
  stated_resources: z.array(z.string()).optional(),
  scheduling_hints: schedulingHints.optional(),
  reuses_existing: reuse.optional(),
  skillsRequired: z.array(z.string()).optional(),
  duration: duration.optional(),
  durationUnits: z.string().optional(),
  /** Such as `AuthAPI:v2`. */
  interfaces_produced: z.array(z.string()).optional(),
  interfaces_consumed: z.array(z.string()).optional(),
  acceptance_checks: z.array(acceptanceCheck).optional(),
  notes: z.array(z.string()).optional(),
  risks: z.array(z.string()).optional(),
  /** Tasks that become ready with it and can run beside it; the first ten. */
  parallel_with: z.array(z.string()).optional(),
  /** IDs of the requirements that the task says it serves. */
  requirements: z.array(z.string()).optional(),
  /** Which of the fields above the spec does not state. */
  inferred: z.array(inference).optional(),
  source_evidence: z.array(sourceEvidence),
  contentHash: z.string(),
  source: source.optional(),
});

/** The type of {@link taskJson}. */
export type TaskJson = z.infer<typeof taskJson>;
