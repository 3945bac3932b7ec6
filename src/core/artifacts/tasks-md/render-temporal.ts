import { countOf } from "../../text/count-of.ts";
import { toPlainMarkdown } from "../../text/to-plain-markdown.ts";
import type { TasksPage } from "./tasks-page.ts";

const tables = [
  [
    "sequence",
    "Sequence Constraints (A must happen before B)",
    ["Constraint", "Type", "Rationale"],
  ],
  [
    "mutual-exclusion",
    "Mutual Exclusion (A and B cannot run simultaneously)",
    ["Resource/Operation A", "Resource/Operation B", "Conflict Type"],
  ],
  [
    "liveness",
    "Liveness Requirements (Must eventually happen)",
    ["Requirement", "Trigger", "Timeout/Guarantee"],
  ],
  [
    "atomicity",
    "Atomicity Requirements (All-or-nothing)",
    ["Operation Group", "Rollback Strategy", "Notes"],
  ],
] as const;

/** The temporal tables of the spec as they stand, and whether tasks could wait for each other for ever. */
export function renderTemporal(page: TasksPage): readonly string[] {
  const { spec, plan } = page;
  return [
    "## Temporal Logic Constraints",
    "",
    ...tables.flatMap(([kind, heading, header]) => {
      const rows = spec.temporal.filter((row) => row.kind === kind);
      if (rows.length === 0) return [`### ${heading}`, "", tellNoRow(kind, page), ""];
      const lines = rows.map(({ cells }) =>
        header.map((_, place) => toPlainMarkdown(cells[place] ?? "")).join(" | "),
      );
      return [
        `### ${heading}`,
        "",
        `| ${header.join(" | ")} |`,
        `|${header.map((name) => "-".repeat(name.length + 2)).join("|")}|`,
        ...lines.map((line) => `| ${line} |`),
        "",
      ];
    }),
    "### Deadlock Analysis",
    "",
    ...plan.deadlocks.map(
      ({ question, verdict }) =>
        `- [${verdict === "yes" ? "x" : " "}] Verified: ${question}${verdict === "not judged" ? " (not judged)" : ""}`,
    ),
  ];
}

/** What there is though no table of the spec has a row of a kind. */
function tellNoRow(kind: (typeof tables)[number][0], { plan }: TasksPage): string {
  const { edges } = plan.dag;
  const turns = plan.conflicts.length;
  if (kind === "sequence" && edges.length > 0) {
    return "No row; what each task waits for stands with the task, and in the graph above.";
  }
  if (kind === "mutual-exclusion" && turns > 0) {
    return `No row; tasks take turns on ${countOf(turns, "resource")}, see Key Considerations.`;
  }
  return "None stated.";
}
