import { describe, expect, it } from "@jest/globals";
import { readPlan } from "../../../src/core/artifacts/read-plan.ts";
import { aPlanOfEverything } from "../../support/a-plan-of-everything.ts";
import { listMutations, type Mutation } from "../../support/list-mutations.ts";

/** One hash for every text, so that a change shows in nothing but itself. */
const hash = () => "0".repeat(64);
const version = "1.2.3";
const files = aPlanOfEverything(hash, version);
const names = [...files.keys()].filter((name) => name.endsWith(".json"));

/**
 * Fields of which a wrong value cannot be told from a right one, by the reason. A field that is new
 * and not checked makes the test below fail: check it, or name it here.
 */
const unchecked: Readonly<Record<string, readonly string[]>> = {
  "words of the spec, and of those who wrote the plan": [
    "features.json/features[]/title",
    "features.json/features[]/source_evidence[]/section",
    "tasks.json/meta/title",
    "tasks.json/meta/dialect",
    "tasks.json/meta/autonormalization/proposed[]/reason",
    "tasks.json/meta/autonormalization/proposed[]/into[]/title",
    "tasks.json/meta/unresolved[]/text",
    "tasks.json/meta/explicit_none[]/text",
    "tasks.json/meta/groups[]/id",
    "tasks.json/meta/groups[]/title",
    "tasks.json/meta/codebase_analysis/note",
    "tasks.json/meta/codebase_analysis/shared_resources{}/reason",
    "tasks.json/tasks[]/stated_effort/text",
    "tasks.json/tasks[]/source/id",
    "tasks.json/tasks[]/source_evidence[]/section",
    "tasks.json/tasks[]/boundaries/expected_complexity/value",
    "tasks.json/tasks[]/boundaries/expected_complexity/breakdown",
    "tasks.json/tasks[]/boundaries/definition_of_done/criteria[]",
    "tasks.json/tasks[]/boundaries/definition_of_done/stop_when",
    "tasks.json/tasks[]/boundaries/scope/restrictions",
    "tasks.json/tasks[]/boundaries/scope/excludes[]",
    "tasks.json/tasks[]/boundaries/scope/includes[]:twice",
    "tasks.json/tasks[]/execution_guidance/logging/on_start",
    "tasks.json/tasks[]/execution_guidance/logging/on_progress",
    "tasks.json/tasks[]/execution_guidance/logging/on_completion",
    "tasks.json/tasks[]/execution_guidance/logging/log_format",
    "tasks.json/tasks[]/execution_guidance/checkpoints[]",
    "tasks.json/tasks[]/resource_reasons[]/reason",
    "tasks.json/tasks[]/reuses_existing/rationale",
    "tasks.json/tasks[]/risks[]",
    "tasks.json/tasks[]/inferred[]/reason",
    "tasks.json/tasks[]/acceptance_checks[]/cmd",
    "tasks.json/tasks[]/acceptance_checks[]/path",
    "tasks.json/tasks[]/acceptance_checks[]/expect/exists",
    "tasks.json/tasks[]/acceptance_checks[]/expect/state",
    "tasks.json/tasks[]/acceptance_checks[]:twice",
    "tasks.json/tasks[]/files[]:delete",
    "tasks.json/tasks[]/files[]:twice",
    "tasks.json/dependencies[]/reason",
    "tasks.json/dependencies[]/evidence[]",
    "tasks.json/dependencies[]/evidence[]/reason",
    "tasks.json/resource_conflicts{}/rationale",
    "dag.json/warnings[]:delete",
    "dag.json/warnings[]/code",
    "dag.json/warnings[]/message",
    "dag.json/warnings[]/path",
    "dag.json/warnings[]/line",
    "dag.json/warnings[]/column",
    "dag.json/metrics/resourceUtilization{}/serialization_impact",
    "dag.json/coverage/areas[]/name",
    "waves.json/execution_models/rolling_frontier/advantages_over_wave_based[]",
    "coordinator.json/coordinator/state_management/task_states/blocked",
    "coordinator.json/coordinator/state_management/task_states/ready",
    "coordinator.json/coordinator/state_management/task_states/queued",
    "coordinator.json/coordinator/state_management/task_states/assigned",
    "coordinator.json/coordinator/state_management/task_states/running",
    "coordinator.json/coordinator/state_management/task_states/paused",
    "coordinator.json/coordinator/state_management/task_states/checkpointed",
    "coordinator.json/coordinator/state_management/task_states/completed",
    "coordinator.json/coordinator/state_management/task_states/failed",
    "coordinator.json/coordinator/state_management/task_states/rolled_back",
  ],
  "words of which every maker has its own": [
    "features.json/generated/by",
    "tasks.json/generated/by",
    "dag.json/generated/by",
    "waves.json/generated/by",
    "coordinator.json/generated/by",
    ".tasks-meta.json/by",
    ".tasks-meta.json/version",
    "tasks.json/meta/codebase_analysis/shared_resources{}/constraint",
    "tasks.json/tasks[]/execution_guidance/monitoring/progress_reporting",
    "tasks.json/dependencies[]/evidence[]/type",
    "waves.json/execution_models/rolling_frontier/config/scheduling_algorithm",
    "waves.json/execution_models/rolling_frontier/config/frontier_update_policy",
    "coordinator.json/coordinator/role",
    "coordinator.json/coordinator/version",
    "coordinator.json/coordinator/responsibilities[]",
    "coordinator.json/coordinator/scheduling_loop/steps[]",
    "coordinator.json/coordinator/policies/backpressure/triggers[]/metric",
    "coordinator.json/coordinator/policies/backpressure/triggers[]/action",
    "coordinator.json/coordinator/policies/worker_matching/strategy",
    "coordinator.json/coordinator/policies/failure_handling/retry_policy",
    "coordinator.json/coordinator/monitoring/metrics[]",
    "coordinator.json/coordinator/monitoring/alerts[]/condition",
    "coordinator.json/coordinator/monitoring/alerts[]/action",
    "coordinator.json/worker_pool/scaling_policy",
    "coordinator.json/worker_pool/worker_template/capabilities[]",
    "coordinator.json/coordinator/policies/resource_allocation/strategy",
  ],
  "lists that may be shorter": [
    "features.json/features[]/source_evidence[]:delete",
    "tasks.json/meta/autonormalization/proposed[]:delete",
    "tasks.json/meta/unresolved[]:delete",
    "tasks.json/meta/explicit_none[]:delete",
    "tasks.json/meta/groups[]:delete",
    "tasks.json/meta/groups[]/tasks[]:delete",
    "tasks.json/meta/codebase_analysis/totals{}:delete",
    "tasks.json/tasks[]/inferred[]:delete",
    "tasks.json/tasks[]/interfaces_consumed[]:delete",
    // another of its kind is left for the totals
    "tasks.json/tasks[]/reuses_existing/imports[]:delete",
  ],
  "settings, which stand in no other file": [
    "waves.json/execution_models/rolling_frontier/simulation/seed",
    "tasks.json/meta/resource_limits/max_cpu_cores:less",
    "tasks.json/meta/resource_limits/max_disk_io_mbps",
    "waves.json/calendar/time_zone",
    "waves.json/execution_models/wave_based/config/maxWaveSize",
    "coordinator.json/coordinator/state_management/frontier_management/run_limits{}/capacity",
    "coordinator.json/coordinator/state_management/frontier_management/run_limits{}/units{}:delete",
    "coordinator.json/coordinator/policies/resource_allocation/oversubscription_allowed",
    "coordinator.json/coordinator/state_management/frontier_management/run_limits{}:delete",
    "coordinator.json/coordinator/scheduling_loop/interval_ms",
    "coordinator.json/coordinator/policies/backpressure/triggers[]:delete",
    "coordinator.json/coordinator/policies/backpressure/triggers[]:twice",
    "coordinator.json/coordinator/policies/backpressure/triggers[]/threshold",
    "coordinator.json/coordinator/policies/backpressure/recovery/cool_down_seconds",
    "coordinator.json/coordinator/policies/backpressure/recovery/gradual_resume",
    "coordinator.json/coordinator/policies/backpressure/recovery/resume_rate",
    "coordinator.json/coordinator/policies/worker_matching/max_tasks_per_worker",
    "coordinator.json/coordinator/policies/failure_handling/max_retries",
    "coordinator.json/coordinator/policies/failure_handling/cascade_prevention",
    "coordinator.json/coordinator/policies/failure_handling/checkpoint_recovery",
    "coordinator.json/coordinator/monitoring/alerts[]:delete",
    "coordinator.json/coordinator/monitoring/alerts[]:twice",
    "coordinator.json/worker_pool/min_workers",
    "coordinator.json/worker_pool/max_workers",
    "coordinator.json/worker_pool/worker_template/resource_capacity/cpu_cores",
    "coordinator.json/worker_pool/worker_template/resource_capacity/memory_mb",
    "coordinator.json/worker_pool/worker_template/resource_capacity/disk_io_mbps",
    "coordinator.json/worker_pool/worker_template/execution_protocol/heartbeat_interval",
    "coordinator.json/worker_pool/worker_template/execution_protocol/progress_updates",
    "coordinator.json/worker_pool/worker_template/execution_protocol/can_checkpoint",
    "coordinator.json/coordinator/policies/resource_allocation/preemption_enabled",
    "coordinator.json/coordinator/policies/resource_allocation/preemption_priorities[]:delete",
  ],
  "what only spec and code could tell": [
    "tasks.json/meta/codebase_analysis/existing_apis[]:other",
    "tasks.json/meta/codebase_analysis/extension_points[]:other",
    "tasks.json/meta/codebase_analysis/shared_resources{}/location[]:other",
    "tasks.json/meta/codebase_analysis/shared_resources{}/location[]:delete",
    "tasks.json/meta/codebase_analysis/languages{}",
    "tasks.json/meta/codebase_analysis/partial",
    "tasks.json/meta/unresolved[]/line",
    "tasks.json/meta/explicit_none[]/line",
    "tasks.json/tasks[]/source/line",
    "tasks.json/tasks[]/source/parallel",
    "tasks.json/tasks[]/stated_effort/min_hours",
    "tasks.json/tasks[]/stated_effort/max_hours",
    "tasks.json/dependencies[]/evidence[]/lines[]",
  ],
  "judgements, within their range": [
    "features.json/features[]/source_evidence[]/confidence:less",
    "tasks.json/tasks[]/source_evidence[]/confidence:less",
    "tasks.json/tasks[]/resource_reasons[]/confidence:less",
    "tasks.json/tasks[]/inferred[]/confidence",
    "tasks.json/dependencies[]/evidence[]/confidence",
    "tasks.json/tasks[]/duration/optimistic",
    "tasks.json/tasks[]/duration/pessimistic",
    "tasks.json/tasks[]/scheduling_hints/preemptible",
    "tasks.json/tasks[]/scheduling_hints/retry_on_failure",
    "tasks.json/tasks[]/scheduling_hints/can_pause_resume",
    "tasks.json/tasks[]/scheduling_hints/checkpoint_capable",
    "tasks.json/tasks[]/execution_guidance/monitoring/heartbeat_interval_seconds",
  ],
  "figures of a simulation, which agree with each other all the same": [
    "waves.json/execution_models/wave_based/waves[]/estimates/p50Hours",
    "waves.json/execution_models/wave_based/waves[]/estimates/p80Hours",
    "waves.json/execution_models/wave_based/waves[]/estimates/p95Hours",
    "waves.json/execution_models/wave_based/waves[]/timing/start_p50_hours",
    "waves.json/execution_models/wave_based/waves[]/timing/finish/p50_hours",
    "waves.json/execution_models/wave_based/waves[]/timing/finish/p80_hours",
    "waves.json/execution_models/wave_based/waves[]/timing/finish/p95_hours",
    "waves.json/execution_models/wave_based/average_slot_use",
    "waves.json/execution_models/rolling_frontier/estimated_completion_time/p80_hours",
    "waves.json/execution_models/rolling_frontier/estimated_completion_time/p95_hours",
    "waves.json/execution_models/rolling_frontier/simulation/runs",
    "waves.json/execution_models/rolling_frontier/resource_utilization_forecast/peak_cpu_percent",
    "waves.json/execution_models/rolling_frontier/resource_utilization_forecast/peak_memory_percent",
    "waves.json/execution_models/rolling_frontier/critical_resource_contentions[]/estimated_wait_time_hours",
    "waves.json/execution_models/rolling_frontier/execution_simulation{}:delete",
    "waves.json/execution_models/rolling_frontier/execution_simulation{}/resource_usage{}",
    "waves.json/execution_models/rolling_frontier/simulation/runs_slower_than_waves",
    "waves.json/execution_models/rolling_frontier/simulation/standard_error_hours",
    "waves.json/execution_models/rolling_frontier/simulation/standard_errors/rolling_frontier/mean_hours",
    "waves.json/execution_models/rolling_frontier/simulation/standard_errors/rolling_frontier/p50_hours",
    "waves.json/execution_models/rolling_frontier/simulation/standard_errors/rolling_frontier/p80_hours",
    "waves.json/execution_models/rolling_frontier/simulation/standard_errors/rolling_frontier/p95_hours",
    "waves.json/execution_models/rolling_frontier/simulation/standard_errors/wave_based/mean_hours",
    "waves.json/execution_models/rolling_frontier/simulation/standard_errors/wave_based/p50_hours",
    "waves.json/execution_models/rolling_frontier/simulation/standard_errors/wave_based/p80_hours",
    "waves.json/execution_models/rolling_frontier/simulation/standard_errors/wave_based/p95_hours",
    "waves.json/execution_models/rolling_frontier/simulation/wanted_precision",
    "waves.json/execution_models/rolling_frontier/simulation/converged",
    "waves.json/execution_models/rolling_frontier/resource_utilization_forecast/average_cpu_percent",
    "waves.json/execution_models/rolling_frontier/resource_utilization_forecast/average_memory_percent",
    "waves.json/execution_models/rolling_frontier/critical_resource_contentions[]/in_waves/adds_waves:less",
    "waves.json/execution_models/rolling_frontier/critical_resource_contentions[]/one_more_unit_saves_hours:less",
    "waves.json/execution_models/rolling_frontier/task_forecasts[]/start_p50_hours",
    "waves.json/execution_models/rolling_frontier/task_forecasts[]/finish/p50_hours",
    "waves.json/execution_models/rolling_frontier/task_forecasts[]/finish/p80_hours",
    "waves.json/execution_models/rolling_frontier/task_forecasts[]/finish/p95_hours",
    "waves.json/execution_models/rolling_frontier/task_forecasts[]/criticality",
  ],
};
const allowed = new Set(Object.values(unchecked).flat());

const made = names.flatMap((name) => listMutations(name, parse(files.get(name))));

describe("validate-plan on a plan with one value changed", () => {
  const found = made.map((mutation) => ({ mutation, errors: findErrors(mutation) }));

  it("finds nothing before", () => {
    expect(readPlan(files, hash, { version }).diagnostics).toEqual([]);
  });

  it("lets no change of a checked field pass", () => {
    const silent = found
      .filter(({ errors }) => errors.length === 0)
      .map(({ mutation }) => mutation);

    const strange = silent.filter(
      ({ field, kind }) => !allowed.has(field) && !allowed.has(`${field}:${kind}`),
    );
    expect(strange.map(({ field, kind }) => `${field}:${kind}`)).toEqual([]);
  });

  it("tells one change by one finding", () => {
    const several = found.filter(({ errors }) => errors.length > 1);

    expect(several.map(({ mutation, errors }) => [mutation.field, mutation.kind, errors])).toEqual(
      [],
    );
  });

  it("has all fields that are named as unchecked", () => {
    const fields = new Set(made.map(({ field }) => field));

    expect([...allowed].filter((one) => !fields.has(one.replace(/:\w+$/, "")))).toEqual([]);
  });
});

function findErrors({ file, change }: Mutation): readonly string[] {
  const root = parse(files.get(file));
  change(root);
  const changed = new Map(files).set(file, JSON.stringify(root));
  return readPlan(changed, hash, { version })
    .diagnostics.filter(({ severity }) => severity === "error")
    .map(({ code, at, message }) => `${code} ${at.path}${at.pointer}: ${message}`);
}

function parse(text: string | undefined): unknown {
  return JSON.parse(text ?? "");
}
