import type { SpecMember, SpecRisk } from "../../model/spec.ts";
import { collapseWhitespace } from "../../text/collapse-whitespace.ts";
import { recognisePlaceholder } from "../items/recognise-placeholder.ts";
import type { Source } from "../outline/build-source.ts";
import { flattenCells } from "../outline/flatten-cells.ts";
import type { Block } from "../outline/outline.ts";

/** What tables say besides tasks and order. */
export interface SpecTables {
  readonly risks: readonly SpecRisk[];
  readonly team: readonly SpecMember[];
}

type Row = (name: RegExp) => string | undefined;

/**
 * Reads risk registers (a column `Risk` and one of impact, probability or mitigation) and tables of the
 * team (`Team Member`, `Role`, `Skills`, …). Rows left as in a template are left out.
 */
export function readTables(blocks: readonly Block[], source: Source): SpecTables {
  const risks: SpecRisk[] = [];
  const team: SpecMember[] = [];
  for (const block of blocks) {
    if (block.kind !== "table") continue;
    const [head = [], ...rows] = readCells(block, source);
    for (const [index, cells] of rows.entries()) {
      const node = block.node.children[index + 1];
      const { path, line } = source.placeAt(node?.position?.start.offset ?? block.span.start);
      const row: Row = (name) => {
        const column = head.findIndex((title) => name.test(title));
        const cell = column < 0 ? "" : (cells[column] ?? "");
        return /^[—–-]?$/.test(cell) ? undefined : cell;
      };
      if (isRegister(head)) risks.push(...readRisk(row, { path, line }));
      else if (isTeam(head)) team.push(...readMember(row, { path, line }));
    }
  }
  return { risks, team };
}

function isRegister(head: readonly string[]): boolean {
  const isAbout = head.some((name) =>
    /^(?:impact|severity|probability|likelihood|mitigations?)/i.test(name),
  );
  return isAbout && head.some((name) => /^(?:risks?(?:\s+description)?|risk\s+name)$/i.test(name));
}

function isTeam(head: readonly string[]): boolean {
  const isAbout = head.some((name) =>
    /^(?:roles?|(?:primary\s+)?responsibilit|skills?|focus|expertise)/i.test(name),
  );
  return (
    isAbout &&
    head.some((name) =>
      /^(?:(?:team\s+)?members?|names?|person|who|engineer|developer|agent)$/i.test(name),
    )
  );
}

function readRisk(row: Row, place: Pick<SpecRisk, "path" | "line">): readonly SpecRisk[] {
  const title = row(/^risks?(?:\s+description|\s+name)?$/i);
  if (title === undefined) return [];
  return [
    {
      title,
      probability: row(/^(?:probability|likelihood)/i),
      impact: row(/^(?:impact|severity)/i),
      mitigation: row(/^(?:mitigations?|response|plan)/i),
      owner: row(/^(?:owner|responsible)/i),
      ...place,
    },
  ];
}

function readMember(row: Row, place: Pick<SpecMember, "path" | "line">): readonly SpecMember[] {
  const name = row(/^(?:(?:team\s+)?members?|names?|person|who|engineer|developer|agent)$/i);
  if (name === undefined) return [];
  const skills = row(/^(?:skills?|expertise)/i) ?? "";
  return [
    {
      name,
      role: row(/^(?:roles?|(?:primary\s+)?responsibilit|focus)/i),
      skills: skills.split(/\s*[,;]\s*/).filter((skill) => skill !== ""),
      ...place,
    },
  ];
}

/** Plain cells; a row that a template left to be filled in is empty. */
function readCells(
  block: Extract<Block, { kind: "table" }>,
  source: Source,
): readonly (readonly string[])[] {
  return block.node.children.map((row) => {
    const cells = flattenCells(row, source.text);
    const isLeft = cells.some((cell) => recognisePlaceholder(cell) !== undefined);
    return isLeft ? [] : cells.map(({ text }) => collapseWhitespace(text));
  });
}
