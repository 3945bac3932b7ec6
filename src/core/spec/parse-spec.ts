import type { SpecDocument, SpecText } from "../model/spec.ts";
import { findCountFaults } from "./counts/find-count-faults.ts";
import { isJsonFile } from "./documents/is-json-file.ts";
import { readFields } from "./documents/read-fields.ts";
import { readJsonTasks } from "./documents/read-json-tasks.ts";
import { readTables } from "./documents/read-tables.ts";
import { refuseJson } from "./documents/refuse-json.ts";
import { emptyDocument } from "./empty-document.ts";
import { assignRefs } from "./items/assign-refs.ts";
import { buildGroups } from "./items/build-groups.ts";
import { buildTasks } from "./items/build-tasks.ts";
import { collectTasks } from "./items/collect-tasks.ts";
import { describeNoTasks } from "./items/describe-no-tasks.ts";
import { findFencedTasks } from "./items/find-fenced-tasks.ts";
import { findPlaceholders } from "./items/find-placeholders.ts";
import { judgeDialect } from "./items/judge-dialect.ts";
import { settleEfforts } from "./items/settle-efforts.ts";
import { buildOutline } from "./outline/build-outline.ts";
import { buildSource } from "./outline/build-source.ts";
import { findCodeFaults } from "./outline/find-code-faults.ts";
import { findFalseBoxes } from "./outline/find-false-boxes.ts";
import { listSections } from "./outline/list-sections.ts";
import { openFences } from "./outline/open-fences.ts";
import { parseMarkdown } from "./outline/parse-markdown.ts";
import { readTitle } from "./outline/read-title.ts";
import { refuseUnreadable } from "./outline/refuse-unreadable.ts";
import { findProseNotes } from "./prose/find-prose-notes.ts";
import { readParts } from "./prose/read-parts.ts";
import { readRequirements } from "./prose/read-requirements.ts";
import { buildReferenceIndex } from "./references/build-reference-index.ts";
import { readStatements } from "./statements/read-statements.ts";
import { readTemporalRows } from "./temporal/read-temporal-rows.ts";

/**
 * Reads a spec: its groups, tasks, dependency statements and temporal tables, each with the place it
 * stands at.
 *
 * Never throws: whatever cannot be read is a diagnostic (`KS1xx`, in docs/diagnostics.md). A text that is
 * too large or too deeply nested gives a document with nothing but that; of one block that is too large
 * the rest is read. Same text, same document.
 *
 * @param files The spec's files in reading order: one, or those of a folder that is read as one.
 * @param path Repository-relative path of the file or folder; it is only named, never opened.
 */
export function parseSpec(files: readonly SpecText[], path: string): SpecDocument {
  const refusals = files.flatMap(
    (file) => (isJsonFile(file) ? refuseJson(file) : refuseUnreadable(file.text, file.path)) ?? [],
  );
  if (refusals.length > 0) return emptyDocument(files, path, refusals);

  const joined = buildSource(files);
  const markdown = joined.files.filter(isMarkdown);
  const parsed = parseMarkdown(markdown);
  const first = buildOutline(parsed.root, joined.text);
  const opened = openFences(markdown, first, joined.withSections([]));
  const again = opened && parseMarkdown(opened.files);
  const outline = again === undefined ? first : buildOutline(again.root, joined.text);
  const source = joined.withSections(listSections(outline.headings));
  const collected = collectTasks(outline, source);
  const records = joined.files.filter(isJsonFile).flatMap((file) => readJsonTasks(file, source));
  const assigned = assignRefs([...collected.tasks, ...records], source);
  const groups = buildGroups(
    assigned.tasks.map((task) => task.draft),
    collected.others,
    source,
  );
  const index = buildReferenceIndex(assigned.tasks, groups);
  const told = readStatements({
    tasks: assigned.tasks,
    groups,
    headings: outline.headings,
    others: collected.others,
    index,
    source,
  });
  const requirements = readRequirements(
    outline.headings,
    collected.others,
    source,
    assigned.tasks.length > 0,
  );
  const asked = requirements.filter(({ kind }) => kind !== "success");
  const temporal = readTemporalRows(collected.others, index, source);
  const settled = settleEfforts(buildTasks(assigned.tasks, index, source));
  const read = {
    groups: groups.groups.map(({ group }) => ({
      ...group,
      taskRefs: index.groupById.get(group.id)?.taskRefs ?? [],
    })),
    tasks: settled.tasks,
  };

  return {
    path,
    title: readTitle(outline, path),
    dialect: judgeDialect(
      assigned.tasks.map((task) => task.draft),
      outline.blocks.length > 0,
    ),
    files: files.map((file) => file.path),
    fields: readFields(collected.others, source),
    requirements,
    parts: readParts(collected.others, source),
    ...readTables(collected.others, source),
    ...read,
    statements: told.statements,
    temporal: temporal.rows,
    diagnostics: [
      ...(again ?? parsed).refusals,
      ...describeNoTasks(assigned.tasks.length + asked.length, outline, source),
      ...findProseNotes(requirements, assigned.tasks.length),
      ...assigned.diagnostics,
      ...settled.diagnostics,
      ...findPlaceholders(outline, collected, source),
      ...(opened?.diagnostics ?? []),
      ...findFencedTasks(
        outline,
        assigned.tasks.map((task) => task.draft),
        source,
      ),
      ...findFalseBoxes(outline, source),
      ...findCodeFaults(outline, source, told.readCode),
      ...findCountFaults(outline, read, source),
      ...told.diagnostics,
      ...temporal.diagnostics,
    ].toSorted((a, b) => byPlace(a.at, b.at) || Number(a.code > b.code) - Number(a.code < b.code)),
  };
}

function isMarkdown(file: SpecText): boolean {
  return !isJsonFile(file);
}

function byPlace(
  a: { readonly line: number; readonly column: number },
  b: { readonly line: number; readonly column: number },
): number {
  return a.line - b.line || a.column - b.column;
}
