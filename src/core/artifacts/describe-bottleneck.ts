import type { Forecast } from "../model/schedule.ts";
import { roundHours } from "./round-hours.ts";

type Bottleneck = Forecast["bottlenecks"][number];

/** What a limit costs rolling and, where it does, in waves: such as `adds 3 h; in waves 2 waves and 6 h`. */
export function describeBottleneck({ addsHours, inWaves }: Bottleneck): string {
  const rolling = roundHours(addsHours) > 0 ? `adds ${roundHours(addsHours)} h` : undefined;
  const waves = listWaveCosts(inWaves).join(" and ");
  if (waves === "") return rolling ?? "adds less than 0.1 h";
  return rolling === undefined
    ? `adds nothing rolling; in waves ${waves}`
    : `${rolling}; in waves ${waves}`;
}

function listWaveCosts({ addsWaves, addsHours }: Bottleneck["inWaves"]): readonly string[] {
  return [
    ...(addsWaves > 0 ? [`${addsWaves} ${addsWaves === 1 ? "wave" : "waves"}`] : []),
    ...(roundHours(addsHours) > 0 ? [`${roundHours(addsHours)} h`] : []),
  ];
}
