import type { TaskJson } from "../../model/artifact/task-json.ts";
import type { Task } from "../../model/plan.ts";
import type { Filled } from "./inference.ts";
import type { TaskFacts } from "./task-facts.ts";

type Guidance = Omit<NonNullable<TaskJson["execution_guidance"]>, "logging">;

/** A sign of life comes this often in the likely time of a task, at the least and the most in seconds. */
const heartbeats = { perTask: 20, least: 60, most: 3600 };

/**
 * Where to stop and look, and what to tell meanwhile: after each step, before the end with the task's
 * commands. Between steps work can be taken back, unless the task changes what all share.
 */
export function inferGuidance(
  { subtasks, needs }: Task,
  commands: readonly string[],
  { hours }: TaskFacts,
): Filled<Guidance> {
  const checkpoints = [
    ...subtasks.slice(0, -1).map(({ title }) => `After "${title}"`),
    ...commands.map((command) => `Before the end: \`${command}\``),
  ];
  const share = (hours.likely * 3600) / heartbeats.perTask;
  const isSplit = subtasks.length > 1;
  const value = {
    checkpoints: checkpoints.length === 0 ? undefined : checkpoints,
    monitoring: {
      heartbeat_interval_seconds: Math.round(
        Math.min(heartbeats.most, Math.max(heartbeats.least, share)),
      ),
      progress_reporting: isSplit ? "percentage_and_checkpoint" : "start_and_end",
      checkpoint_events: isSplit ? listEvents(subtasks, needs.length === 0) : undefined,
    },
  };
  const from = isSplit ? "its steps" : "its likely hours";
  const reason = `from ${from}; the spec does not say how progress is told`;
  const confidence = isSplit ? 0.6 : 0.4;
  return {
    value,
    inferred: [
      ...(checkpoints.length === 0
        ? []
        : [
            {
              field: "execution_guidance.checkpoints",
              confidence: 0.6,
              reason: "from its steps and checks",
            },
          ]),
      { field: "execution_guidance.monitoring", confidence, reason },
    ],
  };
}

/** One event a step but the last, at the share of the hours that is done by then. */
function listEvents(subtasks: Task["subtasks"], isReversible: boolean) {
  const isTimed = subtasks.every(({ hours }) => hours !== undefined && hours > 0);
  const weights = subtasks.map(({ hours }) => (isTimed ? (hours ?? 1) : 1));
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  return subtasks.slice(0, -1).map(({ title }, index) => {
    const done = weights.slice(0, index + 1).reduce((sum, weight) => sum + weight, 0);
    return {
      at: `${Math.round((100 * done) / all)}%`,
      name: toName(title),
      rollback_capable: isReversible,
    };
  });
}

function toName(title: string): string {
  const words = title.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.slice(0, 6).join("_") || "step";
}
