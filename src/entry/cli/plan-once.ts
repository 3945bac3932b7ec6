import { existsSync } from "node:fs";
import { join } from "node:path";
import { listNames } from "../../adapters/disk/list-names.ts";
import { readTextFile } from "../../adapters/disk/read-text-file.ts";
import { writePlanFolder } from "../../adapters/disk/write-plan-folder.ts";
import type { Preset } from "../../core/model/preset.ts";
import type { TasksLayout } from "../../core/model/tasks-layout.ts";
import { countOf } from "../../core/text/count-of.ts";
import type { CompiledSpec, CompileStep } from "../../flows/compile-spec.ts";
import { planLocalSpec } from "../../flows/plan-local-spec.ts";
import { compileTools } from "../wiring.ts";
import { type CodeFlags, readCode } from "./code-options.ts";
import { describeForecast } from "./describe-forecast.ts";
import { describePlanning } from "./describe-planning.ts";
import { type PlanFlags, toOverrides } from "./plan-options.ts";
import { readSpecSource, type SpecInput } from "./read-spec-source.ts";
import { renderFindings } from "./render-findings.ts";
import type { Streams } from "./streams.ts";
import { stripControls } from "./strip-controls.ts";

/** Most resources that the last line names. */
const mostConflicts = 3;

/** What planning was told. */
export interface PlanRequest extends PlanFlags, CodeFlags {
  readonly outputDir: string;
  readonly tasksMd?: TasksLayout;
  readonly strict?: boolean;
  readonly preset?: Preset;
  readonly verbose?: boolean;
}

/** A plan, and the files that one edits to change it. */
interface Planned {
  readonly compiled: CompiledSpec;
  /** The named file, or all of a folder; none of a description. */
  readonly files: readonly string[];
}

/**
 * Plans a spec into its folder and tells of it: how far it is while it lasts, then findings, what
 * changed and what was counted.
 *
 * @throws {InputError} if the spec or the folder cannot be read or written.
 * @throws {CodebaseError} if the code cannot be looked at.
 */
export async function planOnce(
  input: SpecInput,
  flags: PlanRequest,
  { err, draw }: Streams,
): Promise<Planned> {
  const tell = (step: string) => draw?.(stripControls(`${step} …`));
  try {
    const source = await readSpecSource(input);
    const codebase = await readCode(flags, tell);
    const { compiled, changes } = await planLocalSpec(
      {
        source: {
          ...source,
          ...(flags.tasksMd !== undefined && { tasksMd: flags.tasksMd }),
          overrides: toOverrides(flags),
          isStrict: flags.strict === true,
          preset: flags.preset,
          codebase,
        },
        lastTasks: await readLastTasks(flags.outputDir),
        hasFile: async (path) => existsSync(join(source.root, path)),
      },
      { ...compileTools, tell: (step, tasks) => tell(describeStep(step, tasks)) },
    );
    await writePlanFolder(flags.outputDir, compiled.artifacts);
    for (const line of renderFindings(compiled.diagnostics)) err(line);
    for (const line of changes) err(stripControls(line));
    if (flags.verbose) for (const line of describePlanning(compiled)) err(line);
    for (const line of describeCounts(compiled)) err(line);
    const paths = source.files.map(({ path }) => join(source.root, path));
    return { compiled, files: await chooseFiles(input, paths) };
  } finally {
    draw?.("");
  }
}

function describeStep(step: CompileStep, tasks: number): string {
  if (step === "read") return "Reading the spec";
  const verbs = { plan: "Planning", schedule: "Forecasting", write: "Writing the artifacts of" };
  return `${verbs[step]} ${countOf(tasks, "task")}`;
}

function describeCounts({ plan, schedule, isOk }: CompiledSpec): readonly string[] {
  const turns = plan.conflicts
    .slice(0, mostConflicts)
    .map(({ resource, tasks }) => `, ${tasks.length} take turns on ${resource}`);
  const more = plan.conflicts.length - mostConflicts;
  if (more > 0) turns.push(` and on ${countOf(more, "more resource")}`);
  const counts = [
    countOf(plan.tasks.length, "task"),
    countOf(plan.dag.edges.length, "dependency", "dependencies"),
    countOf(schedule.waves.length, "wave"),
  ];
  return [
    `${plan.id}: ${counts.join(", ")}${turns.join("")}`,
    ...(schedule.forecast ? [`${plan.id}: ${describeForecast(schedule.forecast)}`] : []),
    ...(isOk ? [] : ["The plan is not ok: the artifacts say so and `tasks apply` refuses it."]),
  ];
}

/** What one edits to change the plan. */
async function chooseFiles(
  { planDoc, description = "" }: SpecInput,
  paths: readonly string[],
): Promise<readonly string[]> {
  const named = planDoc ?? description;
  if (!existsSync(named)) return [];
  return (await listNames(named)) === undefined ? [named] : paths;
}

/** The tasks.json that stands in a folder; a folder or file that is not there, or not readable, has none. */
async function readLastTasks(folder: string): Promise<string | undefined> {
  return readTextFile(join(folder, "tasks.json")).catch(() => undefined);
}
