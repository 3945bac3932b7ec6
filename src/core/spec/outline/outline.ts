import type { Code, ListItem, Paragraph, Table } from "mdast";
import type { InlineText, Span } from "./inline-text.ts";

/** A heading and what it stands under. */
export interface Heading {
  readonly depth: number;
  readonly title: InlineText;
  readonly span: Span;
  readonly parent: Heading | undefined;
}

/** A block that recognisers look at. `heading` is the nearest one above, `item` the list item around. */
export type Block = {
  readonly heading: Heading | undefined;
  readonly item: ItemBlock | undefined;
  readonly span: Span;
} & (
  | { readonly kind: "paragraph"; readonly node: Paragraph }
  | { readonly kind: "item"; readonly node: ListItem }
  | { readonly kind: "table"; readonly node: Table }
  | { readonly kind: "code"; readonly node: Code }
);

/** A list item's block. */
export type ItemBlock = Extract<Block, { kind: "item" }>;

/** A document as the blocks and headings it consists of, both in order. */
export interface Outline {
  readonly headings: readonly Heading[];
  readonly blocks: readonly Block[];
}
