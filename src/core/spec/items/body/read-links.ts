import { type InlineText, sliceInline } from "../../outline/inline-text.ts";
import type { Link } from "../task-draft.ts";
import type { KeyEntry } from "./key-entry.ts";
import type { ItemBody } from "./read-item-body.ts";

const after = /^(?:depends\s+on|blocked\s+by|requires|after)\s*:?\s+/i;
const before = /^(?:blocks|required\s+by)\s*:?\s+/i;

/**
 * Lists what a body says about dependencies, by key. A bullet under `Dependencies` that says it again
 * (`Depends on WP01`) is read without these words; one that says `Blocks WP03` is the other way round.
 */
export function readLinks({ entries }: Pick<ItemBody, "entries">): readonly Link[] {
  return entries.flatMap(({ key, line, values }): readonly Link[] => {
    if (key === "blocks") return [{ key, line, values }];
    if (key !== "depends-on") return [];
    const turned = values.filter(({ text }) => before.test(text));
    const kept = values.filter(({ text }) => !before.test(text)).map((value) => drop(value, after));
    return [
      ...(kept.length > 0 || turned.length === 0 ? [{ key, line, values: kept } as const] : []),
      ...turned.map((value) => ({
        key: "blocks" as const,
        line: value,
        values: [drop(value, before)],
      })),
    ];
  });
}

function drop(value: InlineText, words: RegExp): KeyEntry["line"] {
  return sliceInline(value, words.exec(value.text)?.[0].length ?? 0);
}
