import type { Diagnostic } from "../../model/diagnostic.ts";
import type { SpecStatement } from "../../model/spec.ts";
import type { RefTask } from "../items/assign-refs.ts";
import type { GroupDrafts } from "../items/build-groups.ts";
import type { Source } from "../outline/build-source.ts";
import type { Block, Heading } from "../outline/outline.ts";
import type { ReferenceIndex } from "../references/reference-index.ts";
import { buildStatements } from "./build-statements.ts";
import { compareDenials } from "./compare-denials.ts";
import { compareTables } from "./compare-tables.ts";
import { readCodeStatements } from "./graphs/read-code-statements.ts";
import { readHeadingStatements } from "./read-heading-statements.ts";
import { readSectionStatements } from "./read-section-statements.ts";
import { readTaskStatements } from "./read-task-statements.ts";
import { settleContradictions } from "./settle-contradictions.ts";

/** What statements are read from. */
export interface StatementSources {
  readonly tasks: readonly RefTask[];
  readonly groups: GroupDrafts;
  readonly headings: readonly Heading[];
  /** Blocks that are no task and stand in none. */
  readonly others: readonly Block[];
  readonly index: ReferenceIndex;
  readonly source: Source;
}

/** All that a document says about order. */
export interface ReadStatements {
  /** By place. */
  readonly statements: readonly SpecStatement[];
  readonly diagnostics: readonly Diagnostic[];
  /** Code blocks that something was read from. */
  readonly readCode: ReadonlySet<Block>;
}

/** Reads the dependency statements of tasks, headings, sections, tables and graphs. */
export function readStatements(sources: StatementSources): ReadStatements {
  const { tasks, groups, headings, others, index, source } = sources;
  const code = others.flatMap((block) =>
    block.kind === "code" && tasks.length > 0
      ? [{ block, read: readCodeStatements(block, index, source.text) }]
      : [],
  );
  const built = [
    ...tasks.flatMap((task) => readTaskStatements(task, index)),
    ...readHeadingStatements(headings, tasks, groups, index),
    ...readSectionStatements(others, groups, index, source.text),
    ...code.flatMap(({ read }) => read),
  ].map((read) => buildStatements(read, index, source));
  const nameOf = (ref: string) => index.byRef.get(ref)?.ownId ?? ref;
  const said = built.flatMap(({ statements }) => statements);
  const settled = settleContradictions(said, nameOf);
  const full = code.filter(({ read }) => read.length > 0);
  return {
    statements: settled.statements.toSorted(byPlace),
    // Without tasks no reference can be right: KS101 says all.
    diagnostics:
      tasks.length === 0
        ? []
        : [
            ...built.flatMap(({ diagnostics }) => diagnostics),
            ...settled.diagnostics,
            ...compareTables(said, nameOf),
            ...compareDenials(
              built.flatMap(({ denials }) => denials),
              said,
              nameOf,
            ),
          ],
    readCode: new Set(full.map(({ block }) => block)),
  };
}

function byPlace(a: SpecStatement, b: SpecStatement): number {
  return a.line - b.line || a.column - b.column;
}
