import { describeBottleneck } from "../../describe-bottleneck.ts";
import { tellMitigation } from "../../json/tell-mitigation.ts";
import type { ArtifactFault } from "../artifact-set.ts";
import type { PlanFacts } from "../plan-facts.ts";

const short = ["execution_models", "rolling_frontier", "critical_resource_contentions"];

/**
 * KS506 where dag.json and waves.json tell different things of what is short: other resources, and
 * in a plan of ours other tasks, hours or ways out. Other makers may list different ones if one of
 * the lists is empty.
 */
export function checkShortages({ dag, waves, isOwn }: PlanFacts): readonly ArtifactFault[] {
  const here = dag.resource_bottlenecks;
  const there = waves.execution_models.rolling_frontier?.critical_resource_contentions;
  if (here === undefined || there === undefined) return [];
  if (!isOwn && (here.length === 0 || there.length === 0)) return [];
  const names = here.map(({ resource }) => resource).join(", ");
  const others = there.map(({ resource }) => resource).join(", ");
  if (names !== others) {
    return [
      tell(
        ["resource_bottlenecks"],
        `bottlenecks are ${names || "none"} here and ${others || "none"} in waves.json`,
        short,
      ),
    ];
  }
  return isOwn ? here.flatMap((one, index) => compare(one, there[index], index)) : [];
}

type Bottleneck = NonNullable<PlanFacts["dag"]["resource_bottlenecks"]>[number];
type Rolling = NonNullable<PlanFacts["waves"]["execution_models"]["rolling_frontier"]>;
type Contention = NonNullable<Rolling["critical_resource_contentions"]>[number];

function compare(
  { resource, impact, affected_tasks, mitigation }: Bottleneck,
  other: Contention | undefined,
  index: number,
): readonly ArtifactFault[] {
  const { adds_hours: adds, one_more_unit_saves_hours: saves, in_waves: inWaves } = other ?? {};
  const { contention_points: points } = other ?? {};
  const told =
    adds === undefined || inWaves === undefined
      ? impact
      : describeBottleneck({
          ...{ resource, addsHours: adds, oneMoreSavesHours: saves },
          inWaves: { addsWaves: inWaves.adds_waves, addsHours: inWaves.adds_hours },
        });
  const helps = adds === undefined ? mitigation : tellMitigation({ oneMoreSavesHours: saves });
  const keys = ["resource_bottlenecks", index];
  const at = [...short, index];
  return [
    ...(told === impact
      ? []
      : [tell([...keys, "impact"], `${resource} ${impact} here, and ${told} by waves.json`, at)]),
    ...(points === undefined || points === affected_tasks.length
      ? []
      : [
          tell(
            [...keys, "affected_tasks"],
            `${resource} holds up ${affected_tasks.length} tasks here and ${points} in waves.json`,
            at,
          ),
        ]),
    ...([other?.mitigation ?? mitigation, helps].every((one) => one === mitigation)
      ? []
      : [
          tell(
            [...keys, "mitigation"],
            `what helps against ${resource} is another here than in waves.json`,
            at,
          ),
        ]),
  ];
}

function tell(
  keys: readonly (string | number)[],
  what: string,
  other: readonly (string | number)[],
): ArtifactFault {
  const message = `What is short differs: ${what}; correct one of them, or run 'tasks plan' again`;
  const rests = [
    { file: "waves.json", keys: other },
    { file: "dag.json", keys: keys.slice(0, 2) },
  ];
  return { code: "KS506", severity: "error", file: "dag.json", keys, message, rests };
}
