import type { TaskId } from "../../model/ids.ts";
import type { ArtifactInput } from "../artifact-input.ts";
import { roundHours } from "../round-hours.ts";
import { nameTasks } from "./name-tasks.ts";
import { renderTable } from "./render-table.ts";

/** Most moments that are told. */
const maxMoments = 12;

/** How the frontier moves when every task takes its middling time: who is finished, who works, who has just begun. */
export function renderTimeline({ plan, schedule }: ArtifactInput): readonly string[] {
  const forecasts = schedule.forecast?.tasks.filter(({ finish }) => finish.p50Hours > 0) ?? [];
  if (forecasts.length === 0) return [];
  const { toList } = nameTasks(plan.tasks);
  const ends = [...new Set(forecasts.map(({ finish }) => finish.p50Hours))].sort((a, b) => a - b);
  const count = Math.min(maxMoments, ends.length);
  const moments = [
    ...new Set(
      Array.from(
        { length: count },
        (_, step) => ends[Math.ceil(((step + 1) * ends.length) / count) - 1] ?? 0,
      ),
    ),
  ];
  const rows = [0, ...moments].map((at, index, all) => {
    const last = all[index - 1] ?? -1;
    const finished = pick(({ finish }) => finish.p50Hours > last && finish.p50Hours <= at);
    const running = pick(
      ({ startP50Hours, finish }) => startP50Hours <= at && finish.p50Hours > at,
    );
    const begun = pick(
      ({ startP50Hours, finish }) =>
        startP50Hours > last && startP50Hours <= at && finish.p50Hours > at,
    );
    return [`${roundHours(at)} h`, toCell(finished), String(running.length), toCell(begun)];
  });
  return [
    "## Frontier timeline",
    "",
    "The moments at which tasks end in half of the runs; runs differ, and the frontier follows what really happens.",
    "",
    ...renderTable(["by", "finished since", "at work", "just begun"], rows, "waves.json"),
  ];

  function pick(test: (forecast: (typeof forecasts)[number]) => boolean): readonly TaskId[] {
    return forecasts.filter(test).map(({ id }) => id);
  }

  function toCell(ids: readonly TaskId[]): string {
    return ids.length === 0 ? "" : toList(ids);
  }
}
