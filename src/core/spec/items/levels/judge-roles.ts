import { parseTaskKey, type TaskKey, toKeyText } from "../task-key.ts";
import type { Candidate, Role } from "./candidate.ts";
import { findTaskAround } from "./find-task-around.ts";
import { isCriteria } from "./is-criteria.ts";
import { isPseudoTask } from "./is-pseudo-task.ts";
import { isTitle } from "./is-title.ts";
import { listNumbered, type Numbered } from "./list-numbered.ts";
import { listUnboxed } from "./list-unboxed.ts";

/**
 * Decides for each candidate what it is, from what the whole document looks like: a container of tasks
 * (group), a task, a step of the task around it, or nothing.
 *
 * Items with an ID of their own are tasks, unless they stand in a task that is not just a container.
 * Boxes without one are tasks only beside such tasks, or where there are none at all; bullets with IDs
 * only where there are no other tasks.
 *
 * @param isTaskText Tells candidates of files in which boxes without an ID may be tasks.
 * @param isTabled Whether tables hold tasks.
 */
export function judgeRoles(
  all: readonly Candidate[],
  isTaskText: (candidate: Candidate) => boolean,
  isTabled: boolean,
): ReadonlyMap<Candidate, Role> {
  const numbered = listNumbered(all);
  const holders = new Set(
    all.flatMap((each) => (each.construct === "section" ? (each.parent ?? []) : [])),
  );
  const templates = new Map(
    all.flatMap((each) => {
      const { ownId, placeholder } = each.line;
      return placeholder === undefined || ownId === undefined ? [] : [[toKeyText(ownId), each]];
    }),
  );
  const roles = new Map<Candidate, Role>();
  for (const each of all)
    roles.set(each, judgeKnown(each, { roles, numbered, holders, templates }));
  const isAnyTask = [...roles.values()].includes("task");
  const lists = new Set(all.flatMap((each) => (roles.get(each) === "task" ? [each.list] : [])));
  const isTimed = all.some(
    ({ construct, line }) => construct === "bullet" && isAfter(line.tags.rest.text),
  );
  const known = new Set(
    all.flatMap((each) => (roles.get(each) === "task" ? toKeyText(each.line.ownId ?? "") : [])),
  );
  for (const each of all) {
    if (isForgotten(each, roles, lists, known)) roles.set(each, "task");
    const { ownId, placeholder } = each.line;
    if (ownId !== undefined || placeholder !== undefined || roles.get(each) !== "none") continue;
    const isBeside = each.construct === "box" && each.list !== undefined && lists.has(each.list);
    const isMeant = isAnyTask
      ? isBeside
      : isTaskText(each) && (each.construct === "box" || isTimed);
    if (isMeant && isWork(each, roles)) roles.set(each, "task");
  }
  if (!isTabled && ![...roles.values()].includes("task")) {
    for (const each of listUnboxed(all)) roles.set(each, "task");
  }
  return new Map([...roles].map(([each, role]) => [each, settle(each, role, roles)]));
}

/** A bullet among boxes of tasks, with an ID that no task has: its box was left out. */
function isForgotten(
  { construct, line, list, parent }: Candidate,
  roles: ReadonlyMap<Candidate, Role>,
  lists: ReadonlySet<unknown>,
  known: ReadonlySet<string>,
): boolean {
  const { ownId, tags, placeholder } = line;
  if (construct !== "bullet" || ownId === undefined || placeholder !== undefined) return false;
  if (list === undefined || !lists.has(list) || known.has(toKeyText(ownId))) return false;
  return isTitle(tags.rest.text) && findTaskAround(parent, roles) === undefined;
}

interface Known {
  readonly roles: ReadonlyMap<Candidate, Role>;
  readonly numbered: Numbered;
  /** Sections that hold sections. */
  readonly holders: ReadonlySet<Candidate>;
  /** IDs whose titles a template left to be filled in: what else is said of them is no task either. */
  readonly templates: ReadonlyMap<string, Candidate>;
}

/** Parents come before what stands in them, so theirs is known. */
function judgeKnown(each: Candidate, known: Known): Role {
  const { ownId, placeholder } = each.line;
  if (each.construct === "file") return "task";
  const around = findTaskAround(each.parent, known.roles);
  if (each.isUnmarked === true) return around === undefined ? "task" : "step";
  if (ownId === undefined || placeholder !== undefined)
    return around === undefined ? "none" : "step";
  if (isRecap(each, known.templates.get(toKeyText(ownId)))) return "none";
  if (each.construct === "section") return judgeSection(each, around, known);
  if (each.construct === "bullet" && around === undefined) return "none";
  return judgeNumbered(each, parseTaskKey(ownId), around, known);
}

function judgeNumbered(
  each: Candidate,
  key: TaskKey | undefined,
  around: Candidate | undefined,
  { numbered }: Known,
): Role {
  if (isSubtask(each, key, around, numbered)) return "step";
  if (key !== undefined && numbered.isGroup(key)) return "group";
  if (key !== undefined && numbered.isStep(key)) return "step";
  if (around === undefined) return isForeign(each) ? "none" : "task";
  if (around.construct === "section" || around.construct === "file") return "step";
  return isStepOf(key, around) ? "step" : "task";
}

function isSubtask(
  { line }: Candidate,
  key: TaskKey | undefined,
  around: Candidate | undefined,
  numbered: Numbered,
): boolean {
  if (line.word !== "subtask") return false;
  return around !== undefined || (key !== undefined && numbered.hasParent(key));
}

function judgeSection(each: Candidate, around: Candidate | undefined, known: Known): Role {
  const { ownId = "", word } = each.line;
  const key = parseTaskKey(ownId);
  if (around?.line.word === "package") return "step";
  if (word === "package") return "task";
  if (known.holders.has(each) || known.numbered.isGroupSection(each)) return "group";
  if (key !== undefined && key.prefix === "" && known.numbered.isGroup(key)) return "group";
  return around === undefined ? "task" : "step";
}

function isStepOf(key: TaskKey | undefined, around: Candidate): boolean {
  const parent = parseTaskKey(around.line.ownId ?? "");
  if (key === undefined || parent === undefined || key.prefix !== parent.prefix) return false;
  const isLonger = key.numbers.length > parent.numbers.length;
  return isLonger && parent.numbers.every((number, place) => key.numbers[place] === number);
}

/** A bare number in a list of conditions is only how they are counted. */
function isForeign({ heading, label, line }: Candidate): boolean {
  return line.word === "number" && isCriteria(heading, label);
}

function isWork(each: Candidate, roles: ReadonlyMap<Candidate, Role>): boolean {
  const text = each.line.tags.rest;
  if (text.text === "" || isCriteria(each.heading, each.label) || isPseudoTask(text)) return false;
  return findTaskAround(each.parent, roles) === undefined;
}

/** What was left alone before a task around it was known is a step of that. */
function settle(each: Candidate, role: Role, roles: ReadonlyMap<Candidate, Role>): Role {
  if (role !== "none" || each.construct === "section") return role;
  return findTaskAround(each.parent, roles) === undefined ? "none" : "step";
}

function isAfter(text: string): boolean {
  return /\bafter:\s*\S/.test(text);
}

/** Says again, in another manner, how far a task of the template is. */
function isRecap(each: Candidate, template: Candidate | undefined): boolean {
  return template !== undefined && template.construct !== each.construct;
}
