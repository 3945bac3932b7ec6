import type { Table } from "mdast";
import { flattenCells } from "../../outline/flatten-cells.ts";
import { joinInlineLines } from "../../outline/inline-text.ts";
import type { DependencyPhrase } from "../../statements/recognise-dependency-phrase.ts";
import { recogniseLinkKey } from "../../statements/recognise-link-key.ts";

const bare = /^[\s\d,;&+–-]*$/;

/**
 * Lists what the rows of a table in a task say about order: what a step waits for, its task waits for.
 * Where the rows are counted by mere numbers, a mere number is a row and no task.
 */
export function readTablePhrases(table: Table, source: string): readonly DependencyPhrase[] {
  const [head = [], ...rows] = table.children.map((row) => flattenCells(row, source));
  return head.flatMap(({ text }, place) => {
    const key = recogniseLinkKey(text.trim());
    if (key === undefined || place === 0) return [];
    return rows.flatMap((row): readonly DependencyPhrase[] => {
      const [name, value] = [row[0], row[place]];
      if (name === undefined || value === undefined || value.text === "") return [];
      if (bare.test(name.text) && bare.test(value.text)) return [];
      const relation = key === "blocks" ? "before" : "after";
      const whole = joinInlineLines([name, value]);
      return [{ relation, whole, value, isStrict: true, isOfStep: true, cut: undefined }];
    });
  });
}
