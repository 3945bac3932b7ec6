import type { ArtifactFault, FilePlace } from "../artifact-set.ts";
import { listParents } from "../list-parents.ts";
import type { PlanFacts } from "../plan-facts.ts";

/** A moment as hours from the start and as a date. */
interface Moment extends FilePlace {
  readonly hours: number;
  readonly at: number;
  readonly text: string;
}

/** Hours are rounded to the tenth, so moments that are closer cannot be told apart. */
const slack = 0.1 + 1e-9;

/**
 * KS524 where dates and hours of a forecast do not rise together: all of them come from one
 * calendar, so what is later in hours is not earlier in dates. The start of the calendar is at 0 h.
 */
export function checkDates({ waves }: PlanFacts): readonly ArtifactFault[] {
  const moments = listMoments(waves, [])
    .concat(listStart(waves))
    .sort((a, b) => a.hours - b.hours);
  let from = 0;
  let latest: Moment | undefined;
  const faults: ArtifactFault[] = [];
  for (const moment of moments) {
    for (; (moments[from]?.hours ?? Number.POSITIVE_INFINITY) < moment.hours - slack; from++) {
      const next = moments[from];
      if (next !== undefined && (latest === undefined || next.at > latest.at)) latest = next;
    }
    if (latest === undefined || moment.at >= latest.at) continue;
    faults.push(tell(moment, latest));
  }
  return faults;
}

function listStart({ calendar }: PlanFacts["waves"]): readonly Moment[] {
  const at = calendar === undefined ? Number.NaN : Date.parse(calendar.start);
  if (calendar === undefined || Number.isNaN(at)) return [];
  return [{ file: "waves.json", keys: ["calendar", "start"], hours: 0, at, text: calendar.start }];
}

/** Each pair of hours and date in a value, such as `p50_hours` and `p50_date`. */
function listMoments(value: unknown, keys: FilePlace["keys"]): readonly Moment[] {
  if (typeof value !== "object" || value === null) return [];
  const entries = Object.entries(value);
  const own = entries.flatMap(([key, hours]) => {
    const name = key.replace(/_hours$/, "_date");
    const text: unknown = name === key ? undefined : Reflect.get(value, name);
    if (typeof hours !== "number" || typeof text !== "string") return [];
    const at = Date.parse(text);
    return Number.isNaN(at) ? [] : [{ file: "waves.json", keys: [...keys, name], hours, at, text }];
  });
  return [
    ...own,
    ...entries.flatMap(([key, inner]) =>
      listMoments(inner, [...keys, Array.isArray(value) ? Number(key) : key]),
    ),
  ];
}

function tell(moment: Moment, earlier: Moment): ArtifactFault {
  const message = `${moment.hours} h are ${moment.text}, before ${earlier.text}, which are ${earlier.hours} h; correct one of them`;
  const { file, keys } = moment;
  const rests = [{ file, keys: earlier.keys }, ...listParents(moment), ...listParents(earlier)];
  return { code: "KS524", severity: "error", file, keys, message, rests };
}
