import type { CodeElement } from "../../model/codebase.ts";
import { escapeMarkdown } from "../../text/escape-markdown.ts";
import type { ArtifactInput } from "../artifact-input.ts";
import { countOf } from "./count-of.ts";
import type { Decision } from "./decision.ts";
import { listReused } from "./list-reused.ts";
import { nameTasks } from "./name-tasks.ts";

/** Most choices that are told. */
const maxTold = 5;

/** For what several tasks build on: that they do, and what it would be to make it anew. */
export function listCodeDecisions({ plan }: ArtifactInput): readonly Decision[] {
  if (plan.code === undefined) return [];
  const { toList } = nameTasks(plan.tasks);
  return listReused(plan.code)
    .flatMap(({ name, element, users, extenders }) =>
      element && element.usedBy + element.extendedBy > 0
        ? [{ name, element, users, extenders }]
        : [],
    )
    .slice(0, maxTold)
    .map(({ name, element, users, extenders }): Decision => {
      const { usedBy, extendedBy, path, line } = element;
      const shown = escapeMarkdown(name);
      const kinds = countOf(extenders.length, "task");
      return {
        title: `${shown} is built on`,
        context: `${escapeMarkdown(path)}:${line} declares it; ${tellReliance(element)}. ${toList(users)} ${users.length === 1 ? "is" : "are"} about it.`,
        options: [
          {
            name: "Build on it",
            consequence: `${countOf(users.length, "task")} ${users.length === 1 ? "builds" : "build"} on what is relied on in ${countOf(usedBy + extendedBy, "place")} already${extenders.length === 0 ? "" : `; ${kinds} make${extenders.length === 1 ? "s" : ""} a new kind of it`}`,
          },
          {
            name: "Make it anew",
            consequence: `a second one beside it, until ${countOf(usedBy + extendedBy, "place")} ${usedBy + extendedBy === 1 ? "is" : "are"} moved`,
          },
          {
            name: "Replace it",
            consequence: `${countOf(usedBy + extendedBy, "place")} to change before the first of these tasks`,
          },
        ],
        why: "the names and files of the tasks say so; a task that is meant otherwise should say what it replaces.",
      };
    });
}

/** Who relies on something of the code, such as `2 files use it`. */
function tellReliance({ usedBy, extendedBy }: CodeElement): string {
  const users = `${countOf(usedBy, "file")} ${usedBy === 1 ? "uses" : "use"} it`;
  const heirs = `${countOf(extendedBy, "declaration")} ${extendedBy === 1 ? "extends" : "extend"} it`;
  return [...(usedBy > 0 ? [users] : []), ...(extendedBy > 0 ? [heirs] : [])].join(" and ");
}
