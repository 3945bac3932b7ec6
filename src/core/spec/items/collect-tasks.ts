import type { ListItem } from "mdast";
import { addTaskBlocks } from "../documents/add-task-blocks.ts";
import { draftFileTask } from "../documents/draft-file-task.ts";
import { readFrontMatter } from "../documents/read-front-matter.ts";
import { readTaskBlocks } from "../documents/read-task-blocks.ts";
import type { Source } from "../outline/build-source.ts";
import type { InlineText } from "../outline/inline-text.ts";
import type { Block, Outline } from "../outline/outline.ts";
import { isGraphLanguage } from "../statements/graphs/is-graph-language.ts";
import { isDependencyHeading } from "../statements/is-dependency-heading.ts";
import { draftTask } from "./draft-task.ts";
import type { Candidate, Role } from "./levels/candidate.ts";
import { findTaskAround } from "./levels/find-task-around.ts";
import { isTaskFile } from "./levels/is-task-file.ts";
import { judgeRoles } from "./levels/judge-roles.ts";
import { type FileStart, listCandidates } from "./levels/list-candidates.ts";
import { listGroups } from "./levels/list-groups.ts";
import { listLateSteps } from "./levels/list-late-steps.ts";
import { listUnboxed } from "./levels/list-unboxed.ts";
import { listUnmarkedItems } from "./levels/list-unmarked-items.ts";
import { listUnmarkedSections } from "./levels/list-unmarked-sections.ts";
import { nothingUnmarked, type Unmarked } from "./levels/unmarked.ts";
import { mergeDrafts } from "./merge-drafts.ts";
import { listRows } from "./rows/list-rows.ts";
import type { TaskDraft } from "./task-draft.ts";
import { toKeyText } from "./task-key.ts";

/** The tasks of a document and what only looks like one. */
export interface CollectedTasks {
  /** In document order. */
  readonly tasks: readonly TaskDraft[];
  /** IDs and titles of items that a template left to be filled in. */
  readonly placeholders: readonly InlineText[];
  /** Blocks that are no task and stand in none. */
  readonly others: readonly Block[];
}

/**
 * Finds a document's tasks, whatever they are written as, and what each of them says.
 *
 * Where none has an ID, headings with a task's keys are tasks; where there are none at all, so are
 * numbered items and rows that say what tasks say.
 */
export function collectTasks(outline: Outline, source: Source): CollectedTasks {
  const marked = collect(outline, source, nothingUnmarked);
  if (marked.tasks.some(({ ownId }) => ownId !== undefined)) return marked;
  const areNone = marked.tasks.length === 0;
  const unmarked: Unmarked = {
    sections: listUnmarkedSections(outline, source),
    items: areNone ? listUnmarkedItems(outline, source) : new Map(),
    areRows: areNone,
  };
  const isMore = areNone || unmarked.sections.size > 0;
  return isMore ? collect(outline, source, unmarked) : marked;
}

function collect(outline: Outline, source: Source, unmarked: Unmarked): CollectedTasks {
  const files = listFileTasks(source);
  const { all, homeOf } = listCandidates(outline, files, source.text, unmarked);
  const unboxed = new Set(listUnboxed(all));
  const named = all.filter((each) => isNamed(each) || unboxed.has(each));
  const ids = named.flatMap(({ line }) => line.ownId ?? []);
  const free = outline.blocks.filter((block) => !homeOf.has(block));
  const rows = listRows(free, ids, source, unmarked.areRows);
  const isTabled = rows.tables.size > 0;
  const roles = judgeRoles(all, isTabled ? () => false : isTaskFile(source), isTabled);
  const groupsOf = listGroups(all, roles, source);
  const late = listLateSteps(all, roles, source);
  const tasks = all.filter((each) => roles.get(each) === "task");
  const own = new Set(tasks.flatMap(({ node }) => node ?? []));
  const blocks = listTaskBlocks(outline, source);
  const loose = files.flatMap(({ start, task }) =>
    task === undefined ? (blocks.get(start) ?? []) : [],
  );
  const drafts = [...tasks.map(toDraft), ...rows.tasks, ...loose];
  const keys = new Set(
    drafts.flatMap(({ ownId }) => (ownId === undefined ? [] : [toKeyText(ownId)])),
  );
  const recaps = rows.recaps.filter(({ ownId }) => keys.has(toKeyText(ownId ?? "")));
  return {
    tasks: [...drafts, ...recaps].toSorted((a, b) => a.span.start - b.span.start),
    placeholders: all.flatMap(({ line, parent }) => {
      const isInner = findTaskAround(parent, roles) !== undefined;
      return line.placeholder === undefined || isInner ? [] : [line.placeholder];
    }),
    others: outline.blocks.filter(
      (block) =>
        !rows.tables.has(block) && (isOverview(block) || !isInTask(homeOf.get(block), roles)),
    ),
  };

  function toDraft(each: Candidate): TaskDraft {
    const groups = groupsOf(each);
    const containers = groups.map(({ container }) => container);
    const told = draftTask(each, containers, source, (node: ListItem) => own.has(node));
    const whole = {
      ...told,
      links: [...told.links, ...groups.flatMap((group) => group.links)],
      subtasks: [...told.subtasks, ...(late.get(each) ?? [])],
    };
    if (each.file === undefined) return whole;
    const task = mergeDrafts(each.file, whole);
    return addTaskBlocks(task, blocks.get(each.span.start) ?? [], source);
  }
}

/** Not a bullet that may only say something of a task. */
function isNamed({ construct, isUnmarked }: Candidate): boolean {
  return construct !== "bullet" || isUnmarked === true;
}

/** Where files begin, with the task that each is by its front matter, if any. */
function listFileTasks({ files }: Source): readonly FileStart[] {
  return files.map((file) => {
    const front = readFrontMatter(file);
    return { start: file.start, task: front && draftFileTask(front, file) };
  });
}

/** The blocks `<task>` of each file, by where the file begins. */
function listTaskBlocks({ blocks }: Outline, source: Source) {
  const code = blocks.flatMap(({ kind, span }) => (kind === "code" ? [span] : []));
  return new Map(
    source.files.map((file) => [file.start, readTaskBlocks(file, code, source)] as const),
  );
}

/** Speaks of all tasks though it stands in the last of them: a graph, or a table on dependencies. */
function isOverview(block: Block): boolean {
  if (block.kind === "code") return isGraphLanguage(block.node.lang ?? "");
  return block.kind === "table" && isDependencyHeading(block.heading);
}

/** In a task or a template's, or in the words of a box that holds tasks: those are read with them. */
function isInTask(home: Candidate | undefined, roles: ReadonlyMap<Candidate, Role>): boolean {
  for (let above = home; above !== undefined; above = above.parent) {
    const role = roles.get(above);
    if (role === "task" || role === "step" || above.line.placeholder !== undefined) return true;
    if (role === "group" && above.node !== undefined) return true;
  }
  return false;
}
