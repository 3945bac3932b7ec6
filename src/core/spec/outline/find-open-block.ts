import type { Root } from "mdast";
import { measureFence } from "./measure-fence.ts";

/** A block that goes on beyond the piece that it was parsed in. Offsets into the whole text. */
export interface OpenBlock {
  /** Beginning of its first line. */
  readonly start: number;
  /** Beginning of the line after its last. */
  readonly end: number;
}

/** How HTML begins that goes on over blank lines, and what ends it (CommonMark 0.31, section 4.6). */
const lastingHtml: readonly (readonly [RegExp, RegExp])[] = [
  [/ {0,3}<(?:script|pre|style|textarea)(?=[\s>]|$)/iy, /<\/(?:script|pre|style|textarea)>/gi],
  [/ {0,3}<!--/y, /-->/g],
  [/ {0,3}<\?/y, /\?>/g],
  [/ {0,3}<!\[CDATA\[/y, /\]\]>/g],
  [/ {0,3}<![a-z]/iy, />/g],
];
const blankLine = /\n[ \t]*(?=\n|$)/g;

/**
 * Finds the fence or HTML at the end of a piece that the line after the piece still belongs to: a cut
 * there would tear it.
 *
 * @param root The parsed piece, with offsets into the piece.
 * @param start Offset in `text` at which the piece begins.
 * @param end Offset in `text` at which it was cut.
 */
export function findOpenBlock(
  root: Root,
  text: string,
  start: number,
  end: number,
): OpenBlock | undefined {
  const last = root.children.at(-1);
  if (last?.type !== "code" && last?.type !== "html") return undefined;
  const first = start + (last.position?.start.offset ?? 0);
  const line = text.lastIndexOf("\n", first - 1) + 1;
  const length = last.type === "code" ? measureFence(text, line) : measureHtml(text, line);
  return line + length > end ? { start: line, end: line + length } : undefined;
}

function measureHtml(text: string, at: number): number {
  const [begins, ends] = lastingHtml.find(([opening]) => {
    opening.lastIndex = at;
    return opening.test(text);
  }) ?? [undefined, blankLine];
  // The two dashes of `<!-->` both begin and end a comment.
  ends.lastIndex = begins === undefined ? at : begins.lastIndex - 2;
  if (ends.exec(text) === null) return text.length - at;
  const lineEnd = text.indexOf("\n", ends.lastIndex);
  return lineEnd === -1 ? text.length - at : lineEnd + 1 - at;
}
