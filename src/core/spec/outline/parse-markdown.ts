import type { Nodes, Root } from "mdast";
import { remark } from "remark";
import remarkGfm from "remark-gfm";
import type { SourceFile } from "./build-source.ts";

// A single tilde is a box of ours (`[~]`) or "about", never strike-through.
const parser = remark().use(remarkGfm, { singleTilde: false });

/**
 * Parses files of GitHub Markdown into one tree whose offsets are those of the joined text. Each file is
 * parsed by itself: nothing that one leaves open reaches the next.
 *
 * YAML front matter is blanked out first, so that it is not taken for a heading.
 */
export function parseMarkdown(files: readonly SourceFile[]): Root {
  const children = files.flatMap(({ text, start }) => {
    const root = parser.parse(blankFrontMatter(text));
    shiftOffsets(root, start);
    return root.children;
  });
  return { type: "root", children };
}

/** Moves a tree's offsets; lines and columns are left as they were, nobody reads them. */
function shiftOffsets(node: Nodes, by: number): void {
  if (by === 0) return;
  if (node.position !== undefined) {
    node.position.start.offset = (node.position.start.offset ?? 0) + by;
    node.position.end.offset = (node.position.end.offset ?? 0) + by;
  }
  if ("children" in node) for (const child of node.children) shiftOffsets(child, by);
}

function blankFrontMatter(text: string): string {
  const match = /^---[ \t]*\r?\n[\s\S]*?\r?\n---[ \t]*(?:\r?\n|$)/.exec(text);
  if (match === null) return text;
  return match[0].replace(/[^\r\n]/g, " ") + text.slice(match[0].length);
}
