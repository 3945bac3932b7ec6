import type { SpecGroup } from "../../model/spec.ts";
import { collapseWhitespace } from "../../text/collapse-whitespace.ts";
import { flattenInline } from "../outline/flatten-inline.ts";
import type { Block, Heading } from "../outline/outline.ts";
import { splitKeys } from "./body/split-keys.ts";
import { parseEffort } from "./line/parse-effort.ts";
import { recogniseKey } from "./recognise-key.ts";
import { recognisePlaceholder } from "./recognise-placeholder.ts";
import { recognisePriority } from "./recognise-priority.ts";

/** What is said about a group as a whole. */
type GroupWords = Partial<Pick<SpecGroup, "goal" | "durationHours" | "priority">>;

/** A group with the heading that opens it. */
interface Headed {
  readonly heading: Heading | undefined;
  readonly group: Pick<SpecGroup, "priority">;
}

/** Reads what stands right under groups' headings: `**Goal**: …`, `**Duration**: 2 weeks`. */
export function readGroupWords<Group extends Headed>(
  groups: readonly Group[],
  others: readonly Block[],
  source: string,
): ReadonlyMap<Group, GroupWords> {
  const byHeading = new Map(groups.map((group) => [group.heading, group] as const));
  const found = new Map<Group, GroupWords>();
  for (const block of others) {
    const group = block.heading && byHeading.get(block.heading);
    if (group === undefined || block.kind !== "paragraph") continue;
    const text = flattenInline(block.node.children, source, block.span.start);
    for (const line of splitKeys(text)) {
      const key = recogniseKey(line);
      if (key === undefined || recognisePlaceholder(key.value) !== undefined) continue;
      const words = toWords(key.key, collapseWhitespace(key.value.text), group);
      found.set(group, { ...words, ...found.get(group) });
    }
  }
  return found;
}

function toWords(key: string, value: string, { group }: Headed): GroupWords {
  if (value === "") return {};
  if (key === "goal" || key === "description") return { goal: value };
  if (key === "priority") return { priority: group.priority ?? recognisePriority(value) };
  const hours = key === "duration" || key === "effort" ? parseEffort(value)?.hours : undefined;
  return hours === undefined ? {} : { durationHours: hours };
}
