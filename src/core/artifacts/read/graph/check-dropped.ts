import type { DagJson } from "../../../model/artifact/dag-json.ts";
import type { DependencyJson } from "../../../model/artifact/dependency-json.ts";
import type { ArtifactFault } from "../artifact-set.ts";
import { expectFigure } from "../expect-figure.ts";
import { grounds } from "../grounds.ts";
import { isContention } from "../is-contention.ts";
import type { PlanFacts } from "../plan-facts.ts";

type KeptOut = DagJson["softDeps"][number];

const precedence = ["technical", "sequential", "infrastructure", "knowledge"] as const;
const rests = [grounds.links, grounds.minConfidence];

/**
 * KS506 where dag.json does not tell what was left out of the graph as tasks.json has it: the counts
 * `droppedByType` and `lowConfidenceEdgesExcluded`, and the lists of soft and of unsure
 * dependencies. Makers may count unsure ones alone, and may leave what is dropped out of tasks.json.
 */
export function checkDropped(facts: PlanFacts): readonly ArtifactFault[] {
  const { dag, tasks, isOwn } = facts;
  const { metrics, softDeps, lowConfidenceDeps } = dag;
  const least = tasks.meta.min_confidence;
  const links = tasks.dependencies.filter((link) => !isContention(link));
  const soft = links.filter(({ isHard }) => !isHard);
  const unsure = links.filter(({ isHard, confidence }) => isHard && confidence < least);
  const ways = isOwn
    ? [[...soft, ...unsure]]
    : [[...soft, ...unsure], unsure, [...softDeps, ...lowConfidenceDeps], lowConfidenceDeps];
  return [
    ...precedence.flatMap((type) =>
      expectFigure({
        ...{ file: "dag.json", keys: ["metrics", "droppedByType", type], rests },
        stated: metrics.droppedByType[type],
        right: ways.map((list) => list.filter((one) => one.type === type).length),
        what: `${type} dependencies that are left out`,
      }),
    ),
    ...expectFigure({
      ...{ file: "dag.json", keys: ["metrics", "lowConfidenceEdgesExcluded"], rests },
      stated: metrics.lowConfidenceEdgesExcluded,
      right: isOwn ? [unsure.length] : ways.map((list) => list.length),
      what: "dependencies that are too unsure",
    }),
    ...compareList("softDeps", softDeps, soft),
    ...compareList("lowConfidenceDeps", lowConfidenceDeps, unsure),
  ];

  function compareList(
    name: "softDeps" | "lowConfidenceDeps",
    stated: readonly KeptOut[],
    expected: readonly DependencyJson[],
  ): readonly ArtifactFault[] {
    const known = new Map(links.map((link) => [toKey(link), link]));
    const listed = new Set(stated.map(toKey));
    const wrong = stated.flatMap((one, index) => {
      const link = known.get(toKey(one));
      const what =
        link === undefined
          ? isOwn
            ? "tasks.json has no such dependency"
            : undefined
          : tellDifference(one, link);
      return what === undefined ? [] : [tell([name, index], `${one.from} → ${one.to}: ${what}`)];
    });
    const missing = isOwn ? expected.filter((link) => !listed.has(toKey(link))) : [];
    return [
      ...wrong,
      ...missing.map(({ from, to }) => tell([name], `${name} leaves out ${from} → ${to}`)),
    ];
  }

  function tellDifference(one: KeptOut, link: DependencyJson): string | undefined {
    if (link.isHard && link.confidence >= least) return "it is in the graph";
    if (one.confidence !== link.confidence) {
      return `its confidence is ${one.confidence} here and ${link.confidence} in tasks.json`;
    }
    if (one.isHard !== undefined && one.isHard !== link.isHard) {
      return `it is ${one.isHard ? "hard" : "soft"} here and ${link.isHard ? "hard" : "soft"} in tasks.json`;
    }
    if (isOwn && one.reason !== link.reason) return "its reason is another in tasks.json";
    return undefined;
  }
}

function toKey({ from, to, type }: Pick<KeptOut, "from" | "to" | "type">): string {
  return `${from} ${to} ${type}`;
}

function tell(keys: readonly (string | number)[], what: string): ArtifactFault {
  const message = `What is left out of the graph differs, ${what}; correct one of them, or run 'tasks plan' again`;
  return { code: "KS506", severity: "error", file: "dag.json", keys, message, rests };
}
