import type { Diagnostic } from "../../model/diagnostic.ts";
import type { Source } from "./build-source.ts";
import type { Block, Outline } from "./outline.ts";

/** `-[ ] words` without the space that makes a list of it, on a line that goes on with what is above. */
const glued = /^\s*(?:[-*+]|\d{1,9}[.)])\[[ xX]?\]\s*(?=\S)/;
/** `[ ]words`, `( ) words`, `☐ words` at the start of an item. */
const loose = /^(?:\[[ xX]\](?=[^\s([*:])|\([ xX]\)\s+(?=\S)|[☐☑☒]\s*(?=\S))/;

/**
 * Reports what looks like a box and is none to GitHub (KS117): it is read as plain words, and may have
 * been meant for a task.
 */
export function findFalseBoxes({ blocks }: Outline, source: Source): readonly Diagnostic[] {
  return blocks.flatMap((block) => (block.kind === "paragraph" ? listFalse(block, source) : []));
}

function listFalse({ item, span }: Block, source: Source): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  let from = span.start;
  for (const line of source.text.slice(span.start, span.end).split("\n")) {
    const isFirst = from === span.start && item !== undefined;
    const shape = (isFirst ? loose : glued).exec(line)?.[0];
    if (shape !== undefined && !isRead(line, isFirst)) {
      const message = `"${line.trim().slice(0, 60)}" has no box that GitHub knows; write \`- [ ] …\` on a line of its own if it is a task`;
      found.push({ code: "KS117", severity: "warning", message, at: source.placeAt(from) });
    }
    from += line.length + 1;
  }
  return found;
}

/** An ID may stand right behind a box. */
function isRead(line: string, isFirst: boolean): boolean {
  return isFirst && /^\[[ xX]\](?:T-?|Task ?)\d/.test(line);
}
