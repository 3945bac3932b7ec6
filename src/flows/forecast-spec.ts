import { parseConfig } from "../core/config/parse-config.ts";
import { InputError } from "../core/errors.ts";
import type { Config } from "../core/model/config.ts";
import type { Diagnostic } from "../core/model/diagnostic.ts";
import type { TaskId } from "../core/model/ids.ts";
import type { Plan } from "../core/model/plan.ts";
import type { PlanProgress, Schedule } from "../core/model/schedule.ts";
import { buildPlan } from "../core/plan/build-plan.ts";
import { buildSchedule } from "../core/schedule/build-schedule.ts";
import { readSpec } from "../core/spec/read-spec.ts";
import type { CompileTools, SpecSource } from "./compile-spec.ts";
import { configPath } from "./config-path.ts";

/** A spec, and what is known of its work beside its boxes. */
export interface ForecastRequest {
  readonly source: SpecSource;
  /** Finished tasks, by own ID or task ID. */
  readonly done: readonly string[];
  /** Tasks under way, with the hours worked on each so far. */
  readonly started: readonly { readonly name: string; readonly hours: number }[];
  /** When the work that is left begins, in place of the calendar's start: a local date, or date and time. */
  readonly start: string | undefined;
}

/** What is left of a plan, and how long it takes. */
export interface SpecForecast {
  /** With boxes as they would be. */
  readonly plan: Plan;
  readonly schedule: Schedule;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Foretells the rest of a plan from where its boxes stand and what else is known. Pure.
 *
 * @throws {InputError} if a name stands for no task, a finished one is said to be under way, one is begun twice, or the start is no date.
 */
export function forecastSpec(
  { source, done, started, start }: ForecastRequest,
  { hash }: Pick<CompileTools, "hash">,
): SpecForecast {
  const settings = parseConfig(source.configText, configPath);
  const config = startAt({ ...settings.config, ...source.overrides }, start);
  const spec = readSpec(source.files, source.path);
  const written = buildPlan(spec, { ...source, config, hash });
  const progress = readProgress(written, { done, started });
  const schedule = buildSchedule(written, progress);
  const plan = { ...written, tasks: written.tasks.map((task) => mark(task, progress)) };
  const diagnostics = [...settings.diagnostics, ...plan.diagnostics, ...schedule.diagnostics];
  return { plan, schedule, diagnostics };
}

function startAt(config: Config, start: string | undefined): Config {
  if (start === undefined) return config;
  const given = parseConfig(`calendar: { start: ${JSON.stringify(start)} }`, "--start-date");
  const { calendar } = given.config;
  if (calendar === undefined) {
    throw new InputError(
      `Cannot begin on "${start}": give a date such as 2026-03-02, or with a time such as 2026-03-02T13:00`,
    );
  }
  return { ...config, calendar: { ...(config.calendar ?? calendar), start: calendar.start } };
}

/** The boxes, and above them what is given. */
function readProgress(
  { tasks }: Plan,
  { done, started }: Pick<ForecastRequest, "done" | "started">,
): PlanProgress {
  const ids = new Map<string, TaskId>();
  for (const { id, ownId } of tasks) if (ownId !== undefined) ids.set(ownId, id);
  for (const { id } of tasks) ids.set(id, id);
  const isDone = new Set(tasks.flatMap(({ id, state }) => (state === "done" ? [id] : [])));
  const worked = new Map<TaskId, number>(
    tasks.flatMap(({ id, state }) => (state === "in-progress" ? [[id, 0] as const] : [])),
  );
  for (const name of done) isDone.add(find(name));
  const told = new Map<TaskId, number>();
  for (const { name, hours } of started) {
    const id = find(name);
    const before = told.get(id);
    if (before !== undefined) {
      throw new InputError(
        `Cannot tell how long "${name}" is under way: --started gives it ${before} h and ${hours} h; name it once`,
      );
    }
    told.set(id, hours);
    if (isDone.has(id)) {
      throw new InputError(
        `Cannot count ${hours} h on "${name}": it is finished, by its box or by --done; leave out --started for it, or untick it`,
      );
    }
    worked.set(id, hours);
  }
  for (const id of isDone) worked.delete(id);
  return { done: isDone, started: worked };

  function find(name: string): TaskId {
    const id = ids.get(name);
    if (id !== undefined) return id;
    const known = [...ids.keys()].slice(0, 3).join(", ");
    throw new InputError(
      `Cannot tell which task "${name}" is: the plan has none of that ID; it has ${known || "no tasks"}${ids.size > 3 ? " and more" : ""}`,
    );
  }
}

function mark(task: Plan["tasks"][number], { done, started }: PlanProgress): Plan["tasks"][number] {
  if (done.has(task.id)) return { ...task, state: "done" };
  if (started.has(task.id)) return { ...task, state: "in-progress" };
  return task;
}
