import type { TemporalConstraint } from "../../model/plan.ts";
import { escapeMarkdown } from "../../text/escape-markdown.ts";
import type { ArtifactInput } from "../artifact-input.ts";
import { nameTasks } from "./name-tasks.ts";
import { renderTable } from "./render-table.ts";

const effects: Readonly<Record<TemporalConstraint["effect"], string>> = {
  order: "a dependency",
  lock: "a lock: never at the same time",
  group: "to land together",
  limit: "a limit of time",
  check: "about the product: to be checked",
};

/** What became of the spec's temporal tables, and whether tasks could wait for each other for ever. */
export function renderConstraints({ plan }: ArtifactInput): readonly string[] {
  const { toList } = nameTasks(plan.tasks);
  const rows = plan.constraints.map(({ text, effect, tasks, line }) => [
    escapeMarkdown(text),
    effects[effect],
    tasks.length === 0 ? "none" : toList(tasks),
    String(line),
  ]);
  const checks = plan.deadlocks.map(({ question, verdict, reason }) => [
    question,
    verdict,
    escapeMarkdown(reason),
  ]);
  return [
    "## Deadlocks",
    "",
    "Computed from the plan's dependencies and locks.",
    "",
    ...renderTable(["check", "holds", "because"], checks, "tasks.json"),
    ...(rows.length === 0
      ? []
      : [
          "",
          "### Temporal constraints",
          "",
          ...renderTable(["constraint", "what it is", "tasks", "line"], rows, "the spec"),
        ]),
  ];
}
