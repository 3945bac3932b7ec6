import type { Root } from "mdast";
import { remark } from "remark";
import remarkGfm from "remark-gfm";

// A single tilde is a box of ours (`[~]`) or "about", never strike-through.
const parser = remark().use(remarkGfm, { singleTilde: false });

/**
 * Parses GitHub Markdown into a tree whose offsets are those of `text`.
 *
 * YAML front matter is blanked out first, so that it is not taken for a heading.
 */
export function parseMarkdown(text: string): Root {
  return parser.parse(blankFrontMatter(text));
}

function blankFrontMatter(text: string): string {
  const match = /^---[ \t]*\r?\n[\s\S]*?\r?\n---[ \t]*(?:\r?\n|$)/.exec(text);
  if (match === null) return text;
  return match[0].replace(/[^\r\n]/g, " ") + text.slice(match[0].length);
}
