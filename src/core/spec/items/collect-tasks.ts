import type { ListItem } from "mdast";
import { draftFileTask } from "../documents/draft-file-task.ts";
import { readFrontMatter } from "../documents/read-front-matter.ts";
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
  const { all, homeOf } = listCandidates(outline, listFileTasks(source), source.text, unmarked);
  const ids = all.flatMap(({ line }) => line.ownId ?? []);
  const free = outline.blocks.filter((block) => !homeOf.has(block));
  const rows = listRows(free, ids, source, unmarked.areRows);
  const roles = judgeRoles(all, rows.tables.size > 0 ? () => false : isTaskFile(source));
  const groupsOf = listGroups(all, roles, source);
  const late = listLateSteps(all, roles, source);
  const tasks = all.filter((each) => roles.get(each) === "task");
  const own = new Set(tasks.flatMap(({ node }) => node ?? []));
  const drafts = [...tasks.map(toDraft), ...rows.tasks];
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
    const task = draftTask(each, containers, source, (node: ListItem) => own.has(node));
    const whole = {
      ...task,
      links: [...task.links, ...groups.flatMap((group) => group.links)],
      subtasks: [...task.subtasks, ...(late.get(each) ?? [])],
    };
    return each.file === undefined ? whole : mergeDrafts(each.file, whole);
  }
}

/** Where files begin, with the task that each is by its front matter, if any. */
function listFileTasks({ files }: Source): readonly FileStart[] {
  return files.map((file) => {
    const front = readFrontMatter(file);
    return { start: file.start, task: front && draftFileTask(front, file.path) };
  });
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
