import type { TaskId } from "../../model/ids.ts";
import type { ArtifactInput } from "../artifact-input.ts";
import { roundHours } from "../round-hours.ts";
import { countOf } from "./count-of.ts";
import { nameTasks } from "./name-tasks.ts";
import { renderTable } from "./render-table.ts";

/** Most tasks that are named beside the path, and on it. */
const maxNamed = 5;
const maxSteps = 30;

/** The longest chain by hours, and who beside it has the least room. */
export function renderCriticalPath({ plan, schedule }: ArtifactInput): readonly string[] {
  const { hours, tasks, slackHours } = schedule.criticalPath;
  if (tasks.length === 0) return [];
  const { toName } = nameTasks(plan.tasks);
  const more = tasks.length > maxSteps ? ` and ${tasks.length - maxSteps} more` : "";
  const onPath = new Set<TaskId>(tasks);
  const rows = plan.tasks
    .filter(({ id }) => slackHours[id] !== undefined && !onPath.has(id))
    .toSorted((a, b) => (slackHours[a.id] ?? 0) - (slackHours[b.id] ?? 0))
    .map(({ id }) => [toName(id), `${roundHours(slackHours[id] ?? 0)} h`]);
  return [
    "## Critical path",
    "",
    `${roundHours(hours)} h over ${countOf(tasks.length, "task")} at likely hours of what is left, resources left out; none of them has slack: ${tasks.slice(0, maxSteps).join(" → ")}${more}.`,
    ...(rows.length === 0
      ? []
      : [
          "",
          ...renderTable(
            ["least slack beside it", "slack by order alone"],
            rows.slice(0, maxNamed),
            "waves.json",
          ),
        ]),
  ];
}
