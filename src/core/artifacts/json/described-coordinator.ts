import type { CoordinatorJson } from "../../model/artifact/coordinator-json.ts";

type Coordinator = CoordinatorJson["coordinator"];

/** How often the App looks at a repository of which it heard nothing, unless it is set otherwise. */
const sweepMs = 300_000;

/** What the App does for any plan: what it sees to, the steps of one pass, what it does on failure, and the numbers to watch. */
export const describedCoordinator: Required<
  Pick<Coordinator, "responsibilities" | "scheduling_loop" | "monitoring">
> & { readonly failure_handling: NonNullable<Coordinator["policies"]>["failure_handling"] } = {
  responsibilities: [
    "Keep the frontier: tell which tasks wait for nothing that is not finished",
    "Grant slots and resources, all that a task needs at once or none of it",
    "Hold pull requests back until what their tasks wait for is finished and it is their turn",
    "Take a turn back when its work has landed or was given up, and pass it on",
    "Freeze a resource that was changed without a turn",
    "Show state, turns and queues on the issues",
    "Take over from GitHub who holds what if its store is lost",
  ],
  scheduling_loop: {
    interval_ms: sweepMs,
    steps: [
      "send_what_was_decided()",
      "observe_repository()",
      "find_frontier()",
      "end_turns()",
      "grant_turns()",
      "judge_gates()",
      "judge_task_states()",
      "store_decision()",
      "send_differences()",
    ],
  },
  failure_handling: {
    retry_policy: "none",
    max_retries: 0,
    cascade_prevention: true,
    checkpoint_recovery: false,
  },
  monitoring: {
    metrics: [
      "keysteps_event_lag_seconds",
      "keysteps_events_pending",
      "keysteps_events_quarantined",
      "keysteps_writes_unsent",
      "keysteps_lanes",
      "keysteps_lanes_waiting",
      "keysteps_holds",
      "keysteps_freezes",
      "keysteps_pass_seconds",
      "keysteps_webhook_seconds",
      "keysteps_github_requests_total",
      "keysteps_github_budget",
    ],
    alerts: [
      { condition: "keysteps_event_lag_seconds > 300", action: "look at the log of passes" },
      { condition: "keysteps_events_quarantined > 0", action: "read why events were set aside" },
      { condition: "keysteps_github_budget < 500", action: "sweep less often" },
    ],
  },
};
