import type { ArtifactFault } from "../artifact-set.ts";
import { expectFigure } from "../expect-figure.ts";
import type { PlanFacts } from "../plan-facts.ts";

const model = ["execution_models", "wave_based"];
const setting = { file: "waves.json", keys: [...model, "config", "barrier"] };

/**
 * KS506 where barriers do not fit the settings and the waves: how many waves a quorum affects, and in
 * a plan of ours the quorum and the name of each barrier; the last wave has none.
 */
export function checkBarriers({ waves, isOwn }: PlanFacts): readonly ArtifactFault[] {
  const { wave_based } = waves.execution_models;
  const barrier = wave_based?.config.barrier;
  if (wave_based === undefined || barrier === undefined) return [];
  const { quorum } = barrier;
  const list = wave_based.waves;
  const affected =
    quorum === undefined
      ? []
      : [
          list
            .slice(0, -1)
            .filter(({ tasks }) => Math.max(1, Math.ceil(quorum * tasks.length)) < tasks.length)
            .length,
        ];
  return [
    ...expectFigure({
      ...{
        file: "waves.json",
        keys: [...model, "config", "barrier", "waves_affected"],
        rests: [setting],
      },
      ...{
        stated: barrier.waves_affected,
        right: affected,
        what: "waves that are followed before they are finished",
      },
    }),
    ...(isOwn
      ? list.flatMap((wave, index) => {
          const keys = [...model, "waves", index, "barrier"];
          const isLast = index === list.length - 1;
          const percent = Math.round(100 * (quorum ?? 1));
          return [
            ...expectFigure({
              ...{
                file: "waves.json",
                keys: [...keys, "quorum"],
                what: "quorum of the settings",
                rests: [setting],
              },
              ...{ stated: wave.barrier?.quorum, right: quorum === undefined ? [] : [quorum] },
            }),
            ...expectFigure({
              ...{ file: "waves.json", keys: [...keys, "timeoutMinutes"], what: "minutes (P95)" },
              stated: wave.barrier?.timeoutMinutes,
              right: wave.estimates === undefined ? [] : [Math.round(60 * wave.estimates.p95Hours)],
              rests: [{ file: "waves.json", keys: [...model, "waves", index, "estimates"] }],
            }),
            ...expectFigure({
              ...{ file: "waves.json", keys: [...keys, "fallback"], what: "what happens then" },
              stated: wave.barrier?.fallback,
              right: ["wait", "deferOptional"],
              rests: [{ file: "waves.json", keys: [...model, "waves"] }],
            }),
            ...expectFigure({
              ...{
                file: "waves.json",
                keys: [...keys, "gateId"],
                what: "name of the gate",
                rests: [setting],
              },
              ...{
                stated: wave.barrier?.gateId,
                right: isLast ? [] : [`W${index + 1}→W${index + 2}-q${percent}`],
              },
            }),
          ];
        })
      : []),
  ];
}
