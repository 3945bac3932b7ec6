import { collapseWhitespace } from "../../../text/collapse-whitespace.ts";
import type { InlineText } from "../../outline/inline-text.ts";
import type { KeyName } from "../recognise-key-name.ts";
import { recognisePlaceholder } from "../recognise-placeholder.ts";
import type { ItemBody } from "./read-item-body.ts";

/** What a body says under some keys, in order; what a template left to be filled in is left out. */
export function valuesOf(body: ItemBody, ...keys: readonly KeyName[]): readonly InlineText[] {
  return body.entries.flatMap(({ key, values }) =>
    keys.includes(key) ? values.filter((value) => recognisePlaceholder(value) === undefined) : [],
  );
}

/** The same as plain lines. */
export function linesOf(body: ItemBody, ...keys: readonly KeyName[]): readonly string[] {
  return valuesOf(body, ...keys)
    .map(({ text }) => collapseWhitespace(text))
    .filter((line) => line !== "");
}
