/** A body around the one part of it that Keysteps keeps. */
export interface SplitBody {
  /** What people wrote before the block. */
  readonly before: string;
  /** The block with both its marker lines; `undefined` if there is none. */
  readonly block: string | undefined;
  /** What people wrote after the block. */
  readonly after: string;
}

const beginLine = /^<!-- keysteps:begin [^\n]*-->$/m;
const endLine = "<!-- keysteps:end -->";

/**
 * Parts a body at the first managed block: from a line `<!-- keysteps:begin … -->` to the next line
 * `<!-- keysteps:end -->`. A begin without an end is no block, so nothing that people wrote can
 * be taken for ours. Windows line ends are read as plain ones (GitHub stores them on web edits).
 */
export function splitManagedBlock(body: string): SplitBody {
  const text = body.replaceAll("\r\n", "\n");
  const begin = beginLine.exec(text);
  const end = begin ? text.indexOf(`\n${endLine}`, begin.index) : -1;
  if (!begin || end < 0) return { before: "", block: undefined, after: text };
  const stop = end + 1 + endLine.length;
  return {
    before: text.slice(0, begin.index),
    block: text.slice(begin.index, stop),
    after: text.slice(stop),
  };
}

/** The body with its block replaced; where there was none the block goes first. An empty one takes it away. */
export function joinManagedBlock({ before, block: old, after }: SplitBody, block: string): string {
  if (block === "" && old === undefined) return after;
  if (block === "") return before === "" ? after.replace(/^\n{1,2}/, "") : `${before}${after}`;
  if (old === undefined && after.trim() !== "") return `${block}\n\n${after}`;
  return `${before}${block}${after}`;
}
