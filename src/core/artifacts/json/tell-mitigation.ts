import type { Forecast } from "../../model/schedule.ts";
import { roundHours } from "../round-hours.ts";

/** What one unit more of a limit would bring. */
export function tellMitigation({
  oneMoreSavesHours,
}: Pick<Forecast["bottlenecks"][number], "oneMoreSavesHours">): string {
  if (oneMoreSavesHours === undefined) return "let these tasks run at the same time";
  const saved = roundHours(oneMoreSavesHours);
  return saved > 0
    ? `one unit more saves ${saved} h`
    : "one unit more alone would save nothing rolling";
}
