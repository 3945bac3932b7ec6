import type { Paragraph, PhrasingContent, Root, RootContent } from "mdast";

const item = /^(?:Task|T-?|WP)\s*#?\d[\w.-]*|^(?:任务|タスク|태스크)\s*\d|^(?:US|FR|NFR|SC|REQ)-\d/;

/**
 * Parts a paragraph of several tasks or requirements in bold, for want of blank lines between them:
 *
 *     **Task 1: Draw**
 *     Depends on: none
 *     **Task 2: Build**
 *     Depends on: Task 1
 *
 * Only before lines at the margin that begin with an ID of these in bold, where a colon, a dash or nothing
 * stands behind the bold words.
 */
export function splitBoldItems(root: Root): void {
  root.children = root.children.flatMap((child): readonly RootContent[] =>
    child.type === "paragraph" ? splitParagraph(child) : [child],
  );
}

function splitParagraph(paragraph: Paragraph): readonly Paragraph[] {
  const { children, position } = paragraph;
  const cuts = children.flatMap((_, place) =>
    place > 0 && beginsItem(children, place) ? place : [],
  );
  if (cuts.length === 0 || position === undefined) return [paragraph];
  return [0, ...cuts].map((from, index) => {
    const part = children.slice(from, cuts[index]);
    const start = part[0]?.position?.start ?? position.start;
    const end = part.at(-1)?.position?.end ?? position.end;
    return { type: "paragraph", children: part, position: { start, end } };
  });
}

function beginsItem(nodes: readonly PhrasingContent[], place: number): boolean {
  const [before, bold, after] = [nodes[place - 1], nodes[place], nodes[place + 1]];
  if (before?.type !== "break" && !(before?.type === "text" && /\n[ \t]*$/.test(before.value))) {
    return false;
  }
  const [words] = bold?.type === "strong" ? bold.children : [];
  if (words?.type !== "text" || !item.test(words.value)) return false;
  return (
    after === undefined ||
    (after.type === "text" ? /^\s*(?:[:：—–(✅-]|\n|$)/u.test(after.value) : after.type === "break")
  );
}
