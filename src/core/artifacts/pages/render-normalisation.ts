import type { ArtifactInput } from "../artifact-input.ts";
import { nameTasks } from "./name-tasks.ts";
import { renderTable } from "./render-table.ts";

/** Hours outside of which T.A.S.K.S v3 would split or merge a task. */
const [least, most] = [0.5, 16];

/** Tasks that are too large or too small for one turn, with what might become of them. */
export function renderNormalisation({ plan }: ArtifactInput): readonly string[] {
  const { toName } = nameTasks(plan.tasks);
  const rows = plan.tasks.flatMap(({ id, effort, subtasks, groupId }, place) => {
    if (effort === undefined) return [];
    if (effort.hours > most) {
      const parts = Math.ceil(effort.hours / most);
      const named = subtasks.length > 1 ? `, along its ${subtasks.length} steps` : "";
      return [[toName(id), `${effort.hours} h`, `split into ${parts} or more${named}`]];
    }
    const next = plan.tasks[place + 1];
    const isSmall = effort.hours < least && next?.effort !== undefined && next.groupId === groupId;
    return isSmall && next.effort.hours < least
      ? [[toName(id), `${effort.hours} h`, `merge with ${next.id}`]]
      : [];
  });
  return [
    "## Normalisation",
    "",
    "Nothing was split or merged: what a spec states stays as it is.",
    ...(rows.length === 0
      ? [`No task has more than ${most} h or is small enough to be merged.`]
      : ["", ...renderTable(["task", "hours", "proposal"], rows, "tasks.json")]),
  ];
}
