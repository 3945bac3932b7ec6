import type { TaskId } from "../../model/ids.ts";
import { groupBy } from "../../text/group-by.ts";
import { toPlainMarkdown } from "../../text/to-plain-markdown.ts";
import type { TasksPage } from "./tasks-page.ts";

/** Who does what: the people that the spec names, each with the tasks it gives them. */
export function renderTeam({ spec, plan, listOf }: TasksPage): readonly string[] {
  const byOwner = groupBy(
    plan.tasks.filter(({ owner }) => owner !== undefined),
    ({ owner }) => owner ?? "",
  );
  const members = new Map(spec.team.map((member) => [member.name, member]));
  const names = [...new Set([...members.keys(), ...byOwner.keys()])];
  if (names.length === 0) return ["### Team Assignment", "", "The spec names nobody."];
  const rows = names.map((name) => {
    const member = members.get(name);
    const tasks: readonly TaskId[] = (byOwner.get(name) ?? []).map(({ id }) => id);
    const words = [member?.role, ...(member?.skills ?? [])].filter((word) => word !== undefined);
    const cells = [name, words.join(", ") || "–"].map(toPlainMarkdown);
    return `| ${cells.join(" | ")} | ${tasks.length === 0 ? "–" : listOf(tasks)} |`;
  });
  return [
    "### Team Assignment",
    "",
    "| Team Member | Primary Responsibilities | Tasks |",
    "|-------------|--------------------------|-------|",
    ...rows,
  ];
}
