import { hardFails } from "../hard-fails.ts";
import { countOverlaps } from "../metrics/count-overlaps.ts";
import { measureEvidence } from "../metrics/measure-evidence.ts";
import { measureVerbFirst } from "../metrics/measure-verb-first.ts";
import type { ArtifactFault } from "./artifact-set.ts";
import { expectFigure } from "./expect-figure.ts";
import { grounds } from "./grounds.ts";
import type { PlanFacts } from "./plan-facts.ts";

/**
 * KS506 for metrics of dag.json on texts, and on what was looked at, that do not fit tasks.json. What
 * counts as a verb or as alike differs from maker to maker, so these are held against what we find
 * only in plans of this version.
 */
export function checkEstimates({ dag, tasks, isOwn }: PlanFacts): readonly ArtifactFault[] {
  const { metrics, hard_fails: fails } = dag;
  const titles = tasks.tasks.map(({ title }) => title);
  const reusing = tasks.tasks.filter(
    ({ reuses_existing: reuse }) =>
      (reuse?.extends ?? []).length + (reuse?.imports ?? []).length > 0,
  ).length;
  const reuse = titles.length === 0 ? [] : [roundTo4(reusing / titles.length)];
  const expect = (
    name: string,
    stated: number | undefined,
    right: readonly number[],
    what: string,
  ) =>
    expectFigure({
      ...{ file: "dag.json", keys: ["metrics", name], stated, right, what },
      rests: [grounds.tasks],
    });
  const verbs = measureVerbFirst(titles);
  const judged = [...(fails?.judged ?? []), ...(fails?.not_judged ?? [])];
  return [
    ...(isOwn
      ? [
          ...expect(
            "verbFirstPct",
            metrics.verbFirstPct,
            verbs === undefined ? [] : [roundTo4(verbs)],
            "share of titles that begin with a verb",
          ),
          ...expect(
            "meceOverlapSuspects",
            metrics.meceOverlapSuspects,
            [countOverlaps(titles)],
            "pairs of tasks that are alike",
          ),
        ]
      : []),
    ...expectFigure({
      ...{
        file: "dag.json",
        keys: ["metrics", "evidenceCoverage"],
        stated: metrics.evidenceCoverage,
      },
      ...{
        right: [roundTo4(measureEvidence(tasks))],
        what: "share of tasks and dependencies with evidence",
      },
      ...{ tolerance: isOwn ? 0 : 0.01, rests: [grounds.tasks, grounds.links] },
    }),
    ...expect(
      "codebaseReusePct",
      metrics.codebaseReusePct,
      isOwn ? reuse : [],
      "share of the tasks that reuse something",
    ),
    ...expectFigure({
      ...{ file: "tasks.json", keys: ["meta", "codebase_analysis", "reuse_ratio"] },
      ...{ stated: tasks.meta.codebase_analysis?.reuse_ratio, right: isOwn ? reuse : [] },
      ...{ what: "share of the tasks that reuse something", rests: [grounds.tasks] },
    }),
    ...(isOwn && fails !== undefined && judged.toSorted().join() !== hardFails.toSorted().join()
      ? [tellFails(judged)]
      : []),
  ];
}

function tellFails(judged: readonly string[]): ArtifactFault {
  const missing = hardFails.filter((name) => !judged.includes(name));
  const strange = judged.filter(
    (name, at) => !hardFails.includes(name) || judged.indexOf(name) < at,
  );
  const said = [
    ...(missing.length > 0 ? [`leaves out ${missing.join(", ")}`] : []),
    ...(strange.length > 0 ? [`has ${strange.join(", ")} too many`] : []),
  ];
  const message = `The list of rules that reject a plan ${said.join(" and ")}; run 'tasks plan' again`;
  return { code: "KS506", severity: "error", file: "dag.json", keys: ["hard_fails"], message };
}

function roundTo4(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
