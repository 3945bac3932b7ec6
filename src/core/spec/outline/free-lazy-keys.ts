import type { List, ListItem, Paragraph, PhrasingContent, Root, RootContent } from "mdast";
import { recogniseKeyName } from "../items/recognise-key-name.ts";

/**
 * Takes key lines out of the bullets before them: in
 *
 *     **Files**:
 *     - src/a.ts
 *     **Risks**: none
 *
 * Markdown makes the last line go on with the bullet, for want of a blank line, though a key was meant.
 * Only under a line that is a key itself, and only lines at the margin that begin with one in bold.
 */
export function freeLazyKeys(root: Root): void {
  const children: RootContent[] = [];
  for (const child of root.children) {
    let rest: RootContent | undefined = child;
    while (rest?.type === "list" && endsInKey(children.at(-1))) {
      const cut: Cut | undefined = cutList(rest);
      if (cut === undefined) break;
      children.push(cut.before, cut.key);
      rest = cut.after;
    }
    if (rest !== undefined) children.push(rest);
  }
  root.children = children;
}

interface Cut {
  readonly before: List;
  readonly key: Paragraph;
  readonly after: List | undefined;
}

function cutList(list: List): Cut | undefined {
  for (const [place, item] of list.children.entries()) {
    const key = takeKey(item);
    if (key === undefined) continue;
    const later = list.children.slice(place + 1);
    const before: List = { ...list, children: list.children.slice(0, place + 1) };
    return { before, key, after: later.length > 0 ? { ...list, children: later } : undefined };
  }
  return undefined;
}

/** Takes the key line and all after it out of the last paragraph of an item. */
function takeKey(item: ListItem): Paragraph | undefined {
  const last = item.children.at(-1);
  if (last?.type === "list") {
    const inner = last.children.at(-1);
    const key = inner && takeKey(inner);
    if (key !== undefined) endAt(item, key);
    return key;
  }
  if (last?.type !== "paragraph") return undefined;
  const place = last.children.findIndex((node, index) => isLazyKey(node, last.children[index - 1]));
  if (place < 1 || last.position === undefined) return undefined;
  const children = last.children.slice(place);
  const start = children[0]?.position?.start ?? last.position.start;
  const key: Paragraph = { type: "paragraph", children, position: { ...last.position, start } };
  last.children = last.children.slice(0, place);
  endAt(last, key);
  endAt(item, key);
  return key;
}

function endAt(node: ListItem | Paragraph, { position }: Paragraph): void {
  const offset = (position?.start.offset ?? 1) - 1;
  if (node.position !== undefined) {
    node.position = { ...node.position, end: { ...node.position.end, offset } };
  }
}

/** A key in bold at the margin: nothing stands between it and the line break before it. */
function isLazyKey(node: PhrasingContent, before: PhrasingContent | undefined): boolean {
  if (before?.type !== "text" || !before.value.endsWith("\n") || !isKey(node)) return false;
  return before.position?.end.offset === node.position?.start.offset;
}

/** The last line of a paragraph begins with a key in bold. */
function endsInKey(node: RootContent | undefined): boolean {
  if (node?.type !== "paragraph") return false;
  const breaks = (child: PhrasingContent) => child.type === "text" && child.value.includes("\n");
  const place = node.children.findLastIndex(breaks);
  const [before, key] = [node.children[place], node.children[place + 1]];
  const isFirst = before === undefined || (before.type === "text" && before.value.endsWith("\n"));
  return isFirst && key !== undefined && isKey(key);
}

function isKey(node: PhrasingContent): boolean {
  const [text] = node.type === "strong" ? node.children : [];
  return (
    text?.type === "text" && recogniseKeyName(text.value.replace(/\s*[:：]\s*$/, "")) !== undefined
  );
}
