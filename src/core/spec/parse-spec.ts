import type { Diagnostic } from "../model/diagnostic.ts";
import type { SpecDocument } from "../model/spec.ts";
import { unifyText } from "../text/unify-text.ts";
import { assignRefs } from "./assign-refs.ts";
import { buildGroups } from "./build-groups.ts";
import { buildOutline } from "./build-outline.ts";
import { buildReferenceIndex } from "./build-reference-index.ts";
import { buildSource } from "./build-source.ts";
import { buildStatements } from "./build-statements.ts";
import { buildTasks } from "./build-tasks.ts";
import { collectTasks } from "./collect-tasks.ts";
import { describeNoTasks } from "./describe-no-tasks.ts";
import { findCodeFaults } from "./find-code-faults.ts";
import { findPlaceholders } from "./find-placeholders.ts";
import { judgeDialect } from "./judge-dialect.ts";
import { listSections } from "./list-sections.ts";
import { parseMarkdown } from "./parse-markdown.ts";
import { readHeadingStatements } from "./read-heading-statements.ts";
import { readSectionStatements } from "./read-section-statements.ts";
import { readTaskStatements } from "./read-task-statements.ts";
import { readTemporalRows } from "./read-temporal-rows.ts";
import { readTitle } from "./read-title.ts";
import { refuseUnreadable } from "./refuse-unreadable.ts";

/**
 * Reads a spec: its groups, tasks, dependency statements and temporal tables, each with the place it
 * stands at.
 *
 * Never throws: whatever cannot be read is a diagnostic (`KS1xx`, in docs/diagnostics.md), and a text
 * that is too large or too deeply nested gives a document with nothing but that. Same text, same
 * document.
 *
 * @param path Repository-relative, with forward slashes; it is only named, never opened.
 */
export function parseSpec(text: string, path: string): SpecDocument {
  const refusal = refuseUnreadable(text, path);
  if (refusal !== undefined) return emptyDocument(path, refusal);

  const body = unifyText(text);
  const outline = buildOutline(parseMarkdown(body), body);
  const source = buildSource(text, path, listSections(outline.headings));
  const collected = collectTasks(outline, body);
  const assigned = assignRefs(collected.tasks, source);
  const groups = buildGroups(
    assigned.tasks.map((task) => task.draft),
    source,
  );
  const index = buildReferenceIndex(assigned.tasks, groups);
  const statements = [
    ...assigned.tasks.flatMap((task) => readTaskStatements(task, index)),
    ...readHeadingStatements(outline.headings, assigned.tasks, groups, index),
    ...readSectionStatements(collected.others, groups, index, body),
  ].map((read) => buildStatements(read, index, source));
  const temporal = readTemporalRows(collected.others, index, source);

  return {
    path,
    title: readTitle(outline, path),
    dialect: judgeDialect(assigned.tasks.map((task) => task.draft.ownId)),
    groups: groups.groups.map(({ group }) => ({
      ...group,
      taskRefs: index.groupById.get(group.id)?.taskRefs ?? [],
    })),
    tasks: buildTasks(assigned.tasks, index, source),
    statements: statements.flatMap((built) => built.statements).toSorted(byPlace),
    temporal: temporal.rows,
    diagnostics: [
      ...describeNoTasks(assigned.tasks.length, outline, source),
      ...assigned.diagnostics,
      ...findPlaceholders(outline, collected, source),
      ...findCodeFaults(outline, source),
      // Without tasks no reference can be right: KS101 says all.
      ...(assigned.tasks.length === 0 ? [] : statements.flatMap((built) => built.diagnostics)),
      ...temporal.diagnostics,
    ].toSorted((a, b) => byPlace(a.at, b.at) || Number(a.code > b.code) - Number(a.code < b.code)),
  };
}

function emptyDocument(path: string, refusal: Diagnostic): SpecDocument {
  return {
    path,
    title: readTitle({ headings: [], blocks: [] }, path),
    dialect: "unknown",
    groups: [],
    tasks: [],
    statements: [],
    temporal: [],
    diagnostics: [refusal],
  };
}

function byPlace(
  a: { readonly line: number; readonly column: number },
  b: { readonly line: number; readonly column: number },
): number {
  return a.line - b.line || a.column - b.column;
}
