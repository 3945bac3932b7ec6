import { toPlainMarkdown } from "../../text/to-plain-markdown.ts";
import type { TasksPage } from "./tasks-page.ts";

/** The risk register: the spec's own rows, then the risks that tasks name. */
export function renderRisks({ spec, plan, nameOf }: TasksPage): readonly string[] {
  const rows = [
    ...spec.risks.map(({ title, probability, impact, mitigation, owner }) => [
      "–",
      title,
      probability,
      impact,
      mitigation,
      owner,
    ]),
    ...plan.tasks.flatMap(({ id, risks, owner }) =>
      risks.map((risk) => [nameOf(id), risk, undefined, undefined, undefined, owner]),
    ),
  ];
  if (rows.length === 0) return ["## Risk Register", "", "The spec names no risks."];
  return [
    "## Risk Register",
    "",
    "| Task | Risk | Probability | Impact | Mitigation | Owner |",
    "|------|------|-------------|--------|------------|-------|",
    ...rows.map((cells) => `| ${cells.map((cell) => toPlainMarkdown(cell ?? "–")).join(" | ")} |`),
  ];
}
