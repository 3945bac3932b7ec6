import type { DagJson } from "../../model/artifact/dag-json.ts";
import type { ArtifactInput } from "../artifact-input.ts";

/** What a plan is to be good at, counted: a tick where it is. */
export function renderSuccess(
  { plan, schedule, diagnostics }: ArtifactInput,
  { verbFirstPct = 0, evidenceCoverage = 0 }: DagJson["metrics"],
): readonly string[] {
  const count = plan.tasks.length;
  const clear = plan.tasks.filter(({ doneWhen, checks }) => doneWhen.length + checks.length > 0);
  const sized = plan.tasks.filter(({ effort }) => effort !== undefined);
  const { coverage } = plan;
  const errors = diagnostics.filter(({ severity }) => severity === "error").length;
  const open = plan.unresolved.filter(({ kind }) => kind === "unresolved").length;
  const waved = schedule.waves.reduce((sum, { tasks }) => sum + tasks.length, 0);
  const lines: readonly (readonly [boolean, string])[] = [
    [errors === 0, `${errors} errors stand against it`],
    [
      clear.length === count,
      `${clear.length} of ${count} tasks say in the spec when they are done`,
    ],
    [sized.length * 2 >= count, `${sized.length} of ${count} tasks have hours in the spec`],
    [verbFirstPct >= 0.8, `${Math.round(100 * verbFirstPct)}% of the titles begin with a verb`],
    [
      evidenceCoverage >= 0.95,
      `${Math.round(100 * evidenceCoverage)}% of tasks and dependencies have evidence`,
    ],
    ...(coverage === undefined
      ? []
      : [
          [
            coverage.covered >= 0.9 * coverage.total,
            `${coverage.covered} of ${coverage.total} requirements are served`,
          ] as const,
        ]),
    [
      plan.dag.cycles.length === 0,
      `${plan.dag.cycles.length} circles of tasks that wait for each other`,
    ],
    [open === 0, `${open} statements about order name nothing in the plan`],
    [waved === count, `${waved} of ${count} tasks stand in a wave; both ways of running are told`],
  ];
  return [
    "## Success metrics",
    "",
    ...lines.map(([isMet, text]) => `- ${isMet ? "✅" : "⚠️"} ${text}`),
  ];
}
