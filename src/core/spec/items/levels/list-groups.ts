import type { Source } from "../../outline/build-source.ts";
import { toBodyParts } from "../body/body-part.ts";
import { readItemBody } from "../body/read-item-body.ts";
import { readLinks } from "../body/read-links.ts";
import { readTitleLine } from "../line/read-title-line.ts";
import type { Container, Link } from "../task-draft.ts";
import { parseTaskKey, renderTaskKey } from "../task-key.ts";
import type { Candidate, Role } from "./candidate.ts";

/** An item that holds tasks, and what it says they all wait for. */
interface Group {
  readonly container: Container;
  readonly links: readonly Link[];
}

/**
 * Finds the groups that a task stands in, outermost first: those around it, and the one that its number
 * names (`2` of `2.1`) where they are listed one after the other.
 */
export function listGroups(
  all: readonly Candidate[],
  roles: ReadonlyMap<Candidate, Role>,
  source: Source,
): (task: Candidate) => readonly Group[] {
  const groups = new Map<Candidate, Group>();
  const byKey = new Map<string, Candidate>();
  for (const each of all) {
    if (roles.get(each) !== "group") continue;
    groups.set(each, toGroup(each, source));
    const key = parseTaskKey(each.line.ownId ?? "");
    if (key !== undefined && !byKey.has(renderTaskKey(key))) byKey.set(renderTaskKey(key), each);
  }
  return (task) => {
    const around: Candidate[] = [];
    for (let above = task.parent; above !== undefined; above = above.parent) around.unshift(above);
    const named = byKey.get(toParentKey(task));
    const found = named === undefined || around.includes(named) ? around : [...around, named];
    return found.flatMap((each) => groups.get(each) ?? []);
  };
}

function toGroup(candidate: Candidate, source: Source): Group {
  const { line, node, span, parts } = candidate;
  const title = readTitleLine(line.tags.rest);
  const own = node === undefined ? parts : toBodyParts(node.children);
  const body = readItemBody(
    own.filter(
      (part) =>
        node === undefined || part.kind !== "item" || typeof part.node.checked !== "boolean",
    ),
    source.text,
    node !== undefined,
    () => false,
  );
  const priority = title.priority ?? line.tags.priority;
  return {
    container: { ownId: line.ownId, title: title.text, priority, span },
    links: readLinks(body),
  };
}

function toParentKey({ line }: Candidate): string {
  const key = parseTaskKey(line.ownId ?? "");
  if (key === undefined || key.numbers.length < 2) return "";
  return renderTaskKey({ ...key, numbers: key.numbers.slice(0, -1), suffix: "" });
}
