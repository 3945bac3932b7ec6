import { type InlineText, joinInlineLines } from "../outline/inline-text.ts";
import type { Side } from "../references/read-side.ts";
import type { ReadStatement } from "./read-statement.ts";

const mark = /^(?:x|✗|✘|✓|✔️?|✅|●|•|\*|1|y|yes|d|depends)$/iu;
const together = /\b(?:parallel|conflicts?|exclusi(?:ve|on)|concurrent|together)\b/i;
const turned = /\b(?:blocks?|enables?|unblocks?|precedes?|before|required\s+by)\b/i;

/** A table of cells with what its columns and rows are called. */
export interface Matrix {
  /** The first cell of the header. */
  readonly corner: string;
  readonly columns: readonly Side[];
  readonly rows: readonly {
    readonly owner: Side;
    readonly name: InlineText;
    readonly cells: readonly InlineText[];
  }[];
}

/**
 * Reads a matrix that has tasks as rows and as columns: a mark (`X`, `✓`, `1`, `yes`) says that the row's
 * task waits for the column's, or the other way round where the corner says `blocks`. A task's own
 * column says nothing.
 *
 * @returns Nothing unless at least half of the columns are tasks, and for matrices of what may run together.
 */
export function readMatrix({ corner, columns, rows }: Matrix): readonly ReadStatement[] {
  const known = columns.filter(isTask);
  if (known.length < 2 || known.length * 2 < columns.length || together.test(corner)) return [];
  const relation = turned.test(corner) ? ("before" as const) : ("after" as const);
  return rows.flatMap(({ owner, name, cells }) => {
    const [self] = owner.party.refs;
    const marked = columns.filter(
      (side, place) => mark.test(cells[place]?.text.trim() ?? "") && side.party.refs[0] !== self,
    );
    if (marked.length === 0) return [];
    const whole = joinInlineLines([name, ...cells]);
    const common = { whole, relation, subject: owner.party, confidence: 0.9 };
    return marked.map(({ words, references }) => ({
      ...{ ...common, value: words, basis: "table" as const },
      references: references.map((reference) => ({ ...reference, reason: undefined })),
    }));
  });
}

function isTask({ party }: Side): boolean {
  return party.refs.length === 1 && party.groupIds.length === 0;
}
