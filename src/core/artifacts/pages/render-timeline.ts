import type { TaskId } from "../../model/ids.ts";
import type { ArtifactInput } from "../artifact-input.ts";
import { listMoments, type Moment } from "../list-moments.ts";
import { roundHours } from "../round-hours.ts";
import { nameTasks } from "./name-tasks.ts";
import { renderTable } from "./render-table.ts";

/** How the frontier moves when every task takes its expected hours: who is finished, who works, who has just begun, who waits for a turn. */
export function renderTimeline({ plan, schedule }: ArtifactInput): readonly string[] {
  const moments = listMoments(plan, schedule);
  if (moments.length < 2) return [];
  const { toList } = nameTasks(plan.tasks);
  const rows = moments.map((moment, at) => {
    const last: Pick<Moment, "completed" | "running"> = moments[at - 1] ?? {
      completed: moment.completed,
      running: [],
    };
    return [
      `${roundHours(moment.atHours)} h`,
      toCell(without(moment.completed, last.completed)),
      String(moment.running.length),
      toCell(without(moment.running, last.running)),
      toCell(moment.ready),
    ];
  });
  return [
    "## Frontier timeline",
    "",
    "One run in which each task takes its expected hours, at moments at which tasks end; runs differ, and the frontier follows what really happens.",
    "",
    ...renderTable(
      ["by", "finished since", "at work", "just begun", "could begin, wait for a turn or a slot"],
      rows,
      "waves.json",
    ),
  ];

  function toCell(ids: readonly TaskId[]): string {
    return ids.length === 0 ? "" : toList(ids);
  }
}

function without(ids: readonly TaskId[], others: readonly TaskId[]): readonly TaskId[] {
  const known = new Set(others);
  return ids.filter((id) => !known.has(id));
}
