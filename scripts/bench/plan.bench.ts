import { createHash } from "node:crypto";
import { readPlan } from "../../src/core/artifacts/read-plan.ts";
import { renderArtifacts } from "../../src/core/artifacts/render-artifacts.ts";
import { defaultConfig } from "../../src/core/config/default-config.ts";
import { buildPlan } from "../../src/core/plan/build-plan.ts";
import { buildSchedule } from "../../src/core/schedule/build-schedule.ts";
import { readSpec } from "../../src/core/spec/read-spec.ts";
import { makeProjectSpec } from "./make-project-spec.ts";
import { measureBest } from "./measure-best.ts";
import { Verdict } from "./verdict.ts";

const sizes = [100, 1_000, 10_000];
const hash = (text: string) => createHash("sha256").update(text).digest("hex");

/** Milliseconds of each step of planning, and what it leaves behind. */
interface Figures {
  readonly tasks: number;
  readonly read: number;
  readonly plan: number;
  readonly schedule: number;
  readonly render: number;
  readonly validate: number;
  readonly total: number;
  readonly megabytes: number;
}

/** Planning end to end without the forecast: text to artifacts, at three sizes; then reading them back. */
export function run(): Promise<number> {
  const verdict = new Verdict();
  measure(300, 3);
  const figures = sizes.map((count) => {
    const found = measure(count, count > 1_000 ? 2 : 5);
    const steps = (["read", "plan", "schedule", "render"] as const)
      .map((step) => `${step} ${found[step].toFixed(0)}`)
      .join(", ");
    console.log(
      `${count} tasks: ${found.total.toFixed(0)} ms (${steps}); validate ${found.validate.toFixed(0)} ms; ${found.megabytes.toFixed(0)} MB held`,
    );
    return found;
  });
  const [, thousand, tenThousand] = figures;
  if (thousand === undefined || tenThousand === undefined) return Promise.resolve(1);
  for (const step of ["read", "plan", "schedule", "render", "validate"] as const) {
    console.log(`exponent of ${step}: ${toExponent(thousand[step], tenThousand[step]).toFixed(2)}`);
  }
  verdict.atMost(
    "growth exponent, 1,000 to 10,000 tasks",
    toExponent(thousand.total, tenThousand.total),
    1.1,
  );
  return Promise.resolve(verdict.exitCode);
}

function toExponent(small: number, big: number): number {
  return Math.log10(big / small);
}

function measure(count: number, runs: number): Figures {
  const text = makeProjectSpec(count);
  const before = heapMegabytes();
  const config = defaultConfig;
  const spec = readSpec([{ path: "spec.md", text, secrets: [] }], "spec.md");
  if (spec.tasks.length !== count) throw new Error(`read ${spec.tasks.length} of ${count} tasks`);
  const context = { config, record: undefined, hash };
  const plan = buildPlan(spec, context);
  const schedule = buildSchedule(plan, undefined, "bare");
  const input = {
    ...{ plan, schedule, hash, version: "0.0.0", isStrict: false },
    diagnostics: plan.diagnostics,
    generatedAt: "2026-01-02T03:04:05.000Z",
  };
  const { files } = renderArtifacts(input);
  const megabytes = heapMegabytes() - before;
  const { isOk } = readPlan(files, hash);
  if (!isOk) throw new Error(`the plan of ${count} tasks is not valid`);
  const found = {
    read: measureBest(runs, () => readSpec([{ path: "spec.md", text, secrets: [] }], "spec.md")),
    plan: measureBest(runs, () => buildPlan(spec, context)),
    schedule: measureBest(runs, () => buildSchedule(plan, undefined, "bare")),
    render: measureBest(runs, () => renderArtifacts(input)),
    validate: measureBest(runs, () => readPlan(files, hash)),
  };
  const total = found.read + found.plan + found.schedule + found.render;
  return { tasks: count, ...found, total, megabytes };
}

function heapMegabytes(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed / 1e6;
}
