import type { Root } from "mdast";
import { findCut } from "./find-cut.ts";
import { findOpenBlock } from "./find-open-block.ts";
import { isParsable } from "./is-parsable.ts";
import { measureFence } from "./measure-fence.ts";

/** Parsing shorter pieces is no faster. */
const leastUnits = 1_000;

/** A stretch of a text that is parsed by itself; offsets of `root` are offsets into the stretch. */
export interface Piece {
  readonly start: number;
  readonly end: number;
  readonly root: Root;
}

/**
 * Parses the piece of Markdown that begins at `start`, cut so that nothing in it goes on beyond its end;
 * `undefined` where that makes more than remark can parse in time. Fences and HTML at its beginning, which
 * hold nothing to parse, do not count.
 */
export function parsePiece(
  text: string,
  start: number,
  parse: (markdown: string) => Root,
): Piece | undefined {
  let search = { from: start, leastUnits, isNumberTrusted: true };
  let plain = start + measureFence(text, start);
  for (;;) {
    const end = findCut(text, start, search);
    if (!isParsable(text.slice(plain, end))) {
      if (search.leastUnits === 1) return undefined;
      search = { ...search, leastUnits: 1 };
      continue;
    }
    const root = parse(text.slice(start, end));
    const open = end < text.length ? findOpenBlock(root, text, start, end) : undefined;
    if (open === undefined) {
      const isDoubtful = search.isNumberTrusted && end < text.length && isNumbered(text, end);
      if (!isDoubtful || endsInNumbers(root)) return { start, end, root };
      search = { ...search, isNumberTrusted: false };
    } else if (open.start > start) {
      root.children.pop();
      return { start, end: open.start, root };
    } else {
      plain = open.end;
      search = { ...search, from: open.end };
    }
  }
}

function isNumbered(text: string, at: number): boolean {
  return /^(?!1[.)])\d{1,9}[.)][ \t]/.test(text.slice(at, at + 11));
}

function endsInNumbers(root: Root): boolean {
  const last = root.children.at(-1);
  return last?.type === "list" && last.ordered === true;
}
