import type { Task } from "../../model/plan.ts";
import type { SpecGroup } from "../../model/spec.ts";
import { toPlainMarkdown } from "../../text/to-plain-markdown.ts";
import { findGroupEnds, type GroupEnds } from "./find-group-ends.ts";
import { listPrerequisites } from "./list-prerequisites.ts";
import { renderTask } from "./render-task.ts";
import type { TasksPage } from "./tasks-page.ts";

const priorities = { critical: "P0", high: "P1", medium: "P2", low: "P3" } as const;

/** The tasks of the plan under the headings of their phases, stories or sections. */
export function renderGroups(page: TasksPage): readonly string[] {
  const { plan, spec, layout } = page;
  const groups = new Map(spec.groups.map((group) => [group.id, group]));
  const ends = findGroupEnds(page);
  const mark = layout === "checkbox" ? "##" : "###";
  const lines: string[] = [];
  let current: string | undefined;
  for (const task of plan.tasks) {
    const group = groups.get(task.groupId ?? "");
    const heading = group === undefined ? nameInferred(plan, task) : nameGroup(group);
    const place = group?.id ?? heading;
    if (place !== current) {
      current = place;
      lines.push(`${mark} ${heading}`, "");
      if (group !== undefined) lines.push(...describeGroup(group, ends));
    }
    lines.push(...renderTask(page, task));
  }
  return lines;
}

/**
 * Tasks made of prose stand under the phase that their IDs name; its title is that of their part of the
 * product, unless it holds several.
 */
function nameInferred({ tasks, groups }: TasksPage["plan"], { phase }: Task): string {
  if (phase === 0) return "Tasks";
  const ids = new Set(tasks.filter((task) => task.phase === phase).map(({ id }) => id));
  const titles = groups.filter((group) => group.tasks.some((id) => ids.has(id)));
  const [only] = titles;
  const title = titles.length === 1 && only !== undefined ? only.title : "Parts of the product";
  return `Phase ${phase}: ${toPlainMarkdown(title)}`;
}

/** What a group's heading says: `Phase 3: Orders (Priority: P1)`. */
function nameGroup({ id, kind, number, story, title, priority }: SpecGroup): string {
  const level = priority === undefined ? "" : ` (Priority: ${priorities[priority]})`;
  const text = toPlainMarkdown(title);
  if (kind === "section") return `${text}${level}`;
  const [word = "phase", digits = String(number)] = id.split(":");
  const tale = story?.replace(/^US/, "User Story ");
  if (kind === "story")
    return isNamed(title, tale) ? `${text}${level}` : `${tale}: ${text}${level}`;
  const name = `${word.slice(0, 1).toUpperCase()}${word.slice(1)} ${digits}`;
  if (isNamed(title, name)) return `${text}${level}`;
  return `${name}: ${tale === undefined || isNamed(title, tale) ? "" : `${tale} - `}${text}${level}`;
}

/** A heading that is nothing but its number is its own title. */
function isNamed(title: string, name: string | undefined): boolean {
  return name !== undefined && title.toLowerCase() === name.toLowerCase();
}

function describeGroup(group: SpecGroup, ends: ReadonlyMap<string, GroupEnds>): readonly string[] {
  const { goal, durationHours } = group;
  const before = listPrerequisites(group, ends);
  const keys = [
    ...(goal === undefined ? [] : [`**Goal**: ${toPlainMarkdown(goal)}`]),
    ...(durationHours === undefined ? [] : [`**Duration**: ${durationHours} hours`]),
    ...(before.length === 0 ? [] : [`**Prerequisites**: ${before.join(", ")} complete`]),
  ];
  return keys.flatMap((key) => [key, ""]);
}
