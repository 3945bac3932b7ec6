import type { Code, ListItem, Paragraph, RootContent, Table } from "mdast";
import type { Heading } from "../../outline/outline.ts";

/** A piece of what stands in an item or under a heading. */
export type BodyPart =
  | { readonly kind: "heading"; readonly heading: Heading }
  | { readonly kind: "paragraph"; readonly node: Paragraph }
  | { readonly kind: "item"; readonly node: ListItem }
  | { readonly kind: "code"; readonly node: Code }
  | { readonly kind: "table"; readonly node: Table };

/** The parts of a list item, of its lists and quotes; HTML is left out. */
export function toBodyParts(children: readonly RootContent[]): readonly BodyPart[] {
  return children.flatMap((node): readonly BodyPart[] => {
    switch (node.type) {
      case "paragraph":
        return [{ kind: "paragraph", node }];
      case "code":
        return [{ kind: "code", node }];
      case "table":
        return [{ kind: "table", node }];
      case "list":
        return node.children.map((item) => ({ kind: "item", node: item }));
      case "blockquote":
        return toBodyParts(node.children);
      default:
        return [];
    }
  });
}
