import { escapeMarkdown } from "../../text/escape-markdown.ts";
import type { ArtifactInput } from "../artifact-input.ts";
import { measureReuse } from "../metrics/measure-reuse.ts";
import { countOf } from "./count-of.ts";
import { listReused } from "./list-reused.ts";
import { nameTasks } from "./name-tasks.ts";
import { renderTable } from "./render-table.ts";

/** Most places that are named. */
const maxNamed = 20;

/** What the code has that the plan builds on, and what it shares. */
export function renderCodebase({ plan }: ArtifactInput): readonly string[] {
  const { code } = plan;
  if (code === undefined) return ["## Codebase", "", "No code was looked at."];
  const { codebase } = code;
  const { toList } = nameTasks(plan.tasks);
  const rows = listReused(code).map(({ element, name, users }) => [
    escapeMarkdown(name),
    element === undefined ? "" : `${escapeMarkdown(element.path)}:${element.line}`,
    element === undefined ? "" : `${countOf(element.usedBy, "file")}`,
    toList(users),
  ]);
  const reuse = measureReuse(plan);
  const shared = [
    ...codebase.migrations.map((place) => ["migrations", place.location, place.reason]),
    ...codebase.deployments.map((place) => ["deployments", place.location, place.reason]),
    ...codebase.testDatabases.map(({ path, services }) => [
      "test databases",
      path,
      services.join(", "),
    ]),
  ].map((cells) => cells.map(escapeMarkdown));
  return [
    "## Codebase",
    "",
    `${escapeMarkdown(codebase.note)}.`,
    `${countOf(codebase.elements.length, "declaration")} for use elsewhere, ${countOf(codebase.endpoints.length, "endpoint")}, ${countOf(codebase.extensionPoints.length, "extension point")}.${reuse === undefined ? "" : ` ${Math.round(100 * reuse)}% of the tasks build on some of it.`}`,
    "",
    ...(rows.length === 0
      ? ["No task names anything that the code has."]
      : renderTable(["what is built on", "where", "used by", "tasks"], rows, "tasks.json")),
    ...(shared.length === 0
      ? []
      : [
          "",
          ...renderTable(["shared", "where", "told by"], shared.slice(0, maxNamed), "tasks.json"),
        ]),
  ];
}
