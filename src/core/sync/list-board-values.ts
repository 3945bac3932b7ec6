import type { BoardFieldKind, BoardValue } from "../model/board.ts";
import type { TaskId } from "../model/ids.ts";
import type { Plan } from "../model/plan.ts";
import type { Schedule } from "../model/schedule.ts";

/** A field that a plan wants on its board. */
export interface WantedField {
  readonly name: string;
  readonly kind: BoardFieldKind;
}

/** Kept true to the plan; a board that lacks one gets it. Status is not among them: each board has one, and it is people's. */
export const keptFields: readonly WantedField[] = [
  { name: "Wave", kind: "number" },
  { name: "Estimate", kind: "number" },
];

/** The same, where the settings have a calendar. */
export const datedFields: readonly WantedField[] = [
  { name: "Start", kind: "date" },
  { name: "Target", kind: "date" },
];

/**
 * What a plan's tasks say on a board, by field: the wave, the hours stated, and where there is a calendar the day
 * on which half of the simulated runs had begun and the one by which four in five had ended.
 */
export function listBoardValues(
  plan: Plan,
  schedule: Schedule,
): ReadonlyMap<TaskId, ReadonlyMap<string, BoardValue>> {
  const waves = new Map(
    schedule.waves.flatMap(({ number, tasks }) => tasks.map((id) => [id, number] as const)),
  );
  const dates = new Map(
    (schedule.forecast?.tasks ?? []).map(
      ({ id }, index) => [id, schedule.forecast?.dates?.tasks[index]] as const,
    ),
  );
  return new Map(
    plan.tasks.map(({ id, effort }) => {
      const [wave, times] = [waves.get(id), dates.get(id)];
      return [
        id,
        new Map<string, BoardValue>([
          ...(wave === undefined ? [] : [["Wave", wave] as const]),
          ...(effort === undefined ? [] : [["Estimate", effort.hours] as const]),
          ...(times === undefined ? [] : [["Start", toDay(times.startP50)] as const]),
          ...(times === undefined ? [] : [["Target", toDay(times.finish.p80)] as const]),
        ]),
      ];
    }),
  );
}

function toDay(time: string): string {
  return time.slice(0, "2026-01-01".length);
}
