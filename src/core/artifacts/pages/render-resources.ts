import { escapeMarkdown } from "../../text/escape-markdown.ts";
import type { ArtifactInput } from "../artifact-input.ts";
import { listUsedResources } from "../list-used-resources.ts";
import { nameTasks } from "./name-tasks.ts";
import { renderTable } from "./render-table.ts";

/** The section on shared resources: who needs what, why we think so, and who goes first. */
export function renderResources({ plan }: ArtifactInput): readonly string[] {
  const used = listUsedResources(plan);
  if (used.length === 0) return ["## Resources", "", "No task needs a shared resource."];
  const { toName } = nameTasks(plan.tasks);
  const conflicts = new Map(plan.conflicts.map((conflict) => [conflict.resource, conflict]));
  return [
    "## Resources",
    ...used.flatMap(({ id, type, capacity, reason }) => {
      const order = conflicts.get(id)?.suggestedOrder ?? [];
      const rows = plan.tasks.flatMap((task) =>
        task.needs
          .filter((need) => need.resource === id)
          .map((need) => [
            toName(task.id),
            String(need.units),
            escapeMarkdown(need.reason) + (need.origin === "inferred" ? " (inferred)" : ""),
            order.length === 0 ? "any time" : `${order.indexOf(task.id) + 1} of ${order.length}`,
          ]),
      );
      const limit = type === "exclusive" ? "one at a time" : `${capacity} at a time`;
      return [
        "",
        `### ${id}`,
        "",
        `${escapeMarkdown(reason)} (${limit}).`,
        "",
        ...renderTable(["task", "units", "why", "turn"], rows, "tasks.json"),
      ];
    }),
  ];
}
