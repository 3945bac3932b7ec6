import type { TaskJson } from "../../../model/artifact/task-json.ts";
import { toLine } from "./to-line.ts";

/** What is to be told, kept and minded while a task runs, a line each. */
export function listRunAdvice({
  execution_guidance,
  scheduling_hints,
}: TaskJson): readonly string[] {
  const { logging = {}, checkpoints = [], monitoring = {} } = execution_guidance ?? {};
  const hints = scheduling_hints ?? {};
  const events = (monitoring.checkpoint_events ?? []).map(
    ({ at, name, rollback_capable }) =>
      `${at} ${name}${rollback_capable === true ? " (can be taken back)" : ""}`,
  );
  return [
    tell("At the start", logging.on_start),
    tell("On the way", logging.on_progress),
    tell("At the end", logging.on_completion),
    tell("Form of the log", logging.log_format),
    tell("Checkpoints", (events.length > 0 ? events : checkpoints).join("; ")),
    tell("Tell how far it is", monitoring.progress_reporting?.replaceAll("_", " ")),
    ...(monitoring.heartbeat_interval_seconds === undefined
      ? []
      : [`Give a sign of life every ${toSpan(monitoring.heartbeat_interval_seconds)}`]),
    ...(monitoring.resource_usage_reporting === true ? ["Report what it uses of the machine"] : []),
    ...(hints.retry_on_failure === true
      ? [
          `If it fails, try again${hints.max_retries === undefined ? "" : ` up to ${hints.max_retries} times`}`,
        ]
      : []),
    ...(hints.preemptible === true ? ["It may be stopped for something more urgent"] : []),
    ...(hints.can_pause_resume === true ? ["It can be paused and taken up again"] : []),
    tell("Not at the same time as", (hints.avoid_concurrent_with ?? []).join(", ")),
    tell("Best time", hints.preferred_time_window?.replaceAll("_", " ")),
  ].filter((line) => line !== "");
}

function tell(what: string, text: string | undefined): string {
  const line = toLine(text ?? "");
  return line === "" ? "" : `${what}: ${line}`;
}

function toSpan(seconds: number): string {
  return seconds < 120 ? `${seconds} seconds` : `${Math.round(seconds / 60)} minutes`;
}
