import type { InlineText } from "../../outline/inline-text.ts";
import { readSide } from "../../references/read-side.ts";
import type { ReferenceIndex } from "../../references/reference-index.ts";
import type { ReadStatement } from "../read-statement.ts";
import { linkBranches } from "./link-branches.ts";
import { readWaveList } from "./read-wave-list.ts";
import { toGraphStatements } from "./to-graph-statements.ts";

const boxes = /[│┌┐└┘┬┴┼╭╮╰╯║▼▲]|(?:^|\s)[v|](?:\s|$)/;
const tree = /[├└]──/;

/**
 * Reads plain text in a fence: arrow chains (`T001 → T002`), a line each, with branches (`↘`) under
 * their arrows, and lists of waves. In drawings,
 * where lines lead from row to row, nothing is read: who stands above whom is a guess.
 */
export function readTextGraph(
  lines: readonly InlineText[],
  index: ReferenceIndex,
  source: string,
): readonly ReadStatement[] {
  const waves = readWaveList(lines, index);
  if (waves.length > 0) return waves;
  if (lines.some(({ text }) => boxes.test(text) && !tree.test(text))) return [];
  return linkBranches(lines.map(unifyArrows), source).flatMap(({ earlier, later, whole }) => {
    const [subject, object] = [readSide(later, index), readSide(earlier, index)];
    return toGraphStatements({ whole, subject: [subject], object: [object] }, "arrow");
  });
}

/** Drawn arrows (`──►`) as typed ones of the same length. */
function unifyArrows(line: InlineText): InlineText {
  const text = line.text.replace(/[─━]+[►▶>→]/g, (arrow) => `${"-".repeat(arrow.length - 1)}>`);
  return { ...line, text };
}
