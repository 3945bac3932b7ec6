import type { Source } from "../../outline/build-source.ts";
import { flattenInline } from "../../outline/flatten-inline.ts";
import type { Heading, ItemBlock, Outline } from "../../outline/outline.ts";
import { findOrderWords } from "../../statements/find-order-words.ts";
import { readTitleLine } from "../line/read-title-line.ts";
import { readListNumber } from "../read-list-number.ts";
import { isCriteria } from "./is-criteria.ts";

/**
 * Lists the items of numbered lists that are tasks by what they say: some name others by number as what
 * they wait for (`needs #2`), or at least half have an estimate (`(4h)`); else those under a heading
 * called `Tasks` or `Implementation Tasks`.
 */
export function listUnmarkedItems(
  { blocks }: Outline,
  { text }: Source,
): ReadonlyMap<ItemBlock, string> {
  const lists = new Map<Heading | undefined, Numbered[]>();
  for (const block of blocks) {
    if (block.kind !== "item" || block.item !== undefined) continue;
    const number = readListNumber(text, block.span.start);
    const [first] = block.node.children;
    if (number === undefined || first?.type !== "paragraph") continue;
    if (isCriteria(block.heading, "")) continue;
    const line = flattenInline(first.children, text, first.position?.start.offset ?? 0);
    lists.set(block.heading, [
      ...(lists.get(block.heading) ?? []),
      {
        ...{ block, number },
        isTimed: readTitleLine(line).effort !== undefined,
        isOrdered: findOrderWords(line.text, false).length > 0,
      },
    ]);
  }
  const named = [...lists].filter(([heading, items]) => items.length > 1 && isCalledTasks(heading));
  const all = [...lists.values()].flat();
  const isMeant =
    all.length > 1 &&
    (all.some(({ isOrdered }) => isOrdered) ||
      all.filter(({ isTimed }) => isTimed).length * 2 >= all.length);
  const meant = isMeant ? all : named.flatMap(([, items]) => items);
  return new Map(meant.map(({ block, number }) => [block, number]));
}

/** `Tasks`, `Implementation Tasks`: not those that are over or not to be done. */
function isCalledTasks(heading: Heading | undefined): boolean {
  const title = heading?.title.text.trim() ?? "";
  return (
    /(?:^|\s)tasks(?:\s+list)?:?$/i.test(title) &&
    !/\b(?:non|no|not|out\s+of|completed?|finished|future|example|sample|past|previous)\b/i.test(
      title,
    )
  );
}

interface Numbered {
  readonly block: ItemBlock;
  readonly number: string;
  readonly isTimed: boolean;
  readonly isOrdered: boolean;
}
