import type { Task } from "../../model/plan.ts";
import type { SpecEffort, SpecFile, SpecTask } from "../../model/spec.ts";
import { toPlainMarkdown } from "../../text/to-plain-markdown.ts";
import { listBlockers } from "./list-blockers.ts";
import { renderStep } from "./render-step.ts";
import type { TaskKey } from "./task-key.ts";
import type { TasksPage } from "./tasks-page.ts";

const priorities = { critical: "P0", high: "P1", medium: "P2", low: "P3" } as const;
const states: Partial<Record<Task["state"], string>> = {
  done: "Done",
  "in-progress": "In progress",
  blocked: "Blocked",
  deferred: "Deferred",
};
const figure =
  /^[~≈]?\d+(?:\.\d+)?(?:\s*[-–]\s*\d+(?:\.\d+)?)?\s*(?:h|hrs?|hours?|d|days?|w|weeks?|points?|pts?|minutes?|mins?)$/i;

/** All that the document says of a task below its title, in the order of the layout. */
export function listTaskKeys(page: TasksPage, task: Task): readonly TaskKey[] {
  const { layout, statedOf } = page;
  const names = namesOf[layout];
  const own = statedOf.get(task.ref);
  const head = [
    line("Type", task.type),
    line("Priority", task.priority && priorities[task.priority]),
    layout === "breakdown" ? line("Estimate", task.effort && describeEffort(task.effort)) : [],
    layout === "breakdown" ? line("Status", describeState(task)) : [],
    line("Assigned To", task.owner),
    line("Skills", (own ?? task).skills.join(", ") || undefined),
    ...listParts(task.effort),
  ].flat();
  const links = listBlockers(page, task, names.links);
  const words = describe(task.description);
  const files = list("Files", task.files.map(renderFile));
  const steps = list(
    "Subtasks",
    task.subtasks.map((step) => renderStep(step, page.nameOf(task.id), layout !== "breakdown")),
  );
  const criteria = list(
    names.criteria,
    (own ?? task).doneWhen.map((text) => `${names.box}${toPlainMarkdown(text)}`),
    names.remark,
  );
  const rest = [
    list("Implementation Notes", task.notes.map(toPlainMarkdown)),
    line("Requirements", task.requirements.join(", ") || undefined),
    list("Risks", task.risks.map(toPlainMarkdown)),
    list("Resources", task.resources.map(toPlainMarkdown)),
    listChecks(task),
  ].flat();
  return layout === "breakdown"
    ? [...head, ...links, ...words, ...steps, ...criteria, ...files, ...rest]
    : layout === "checkbox"
      ? [...words, ...head, ...steps, ...files, ...links, ...criteria, ...rest]
      : [...words, ...links, ...head, ...files, ...steps, ...criteria, ...rest];
}

const namesOf = {
  breakdown: {
    links: "Dependencies",
    criteria: "Acceptance Criteria",
    remark: "Definition of Done",
    box: "[ ] ",
  },
  checkbox: {
    links: "Dependencies",
    criteria: "Acceptance Criteria",
    remark: undefined,
    box: "[ ] ",
  },
  temporal: { links: "Depends on", criteria: "Done when", remark: undefined, box: "" },
} as const;

/** Said where it is not the usual one, or where the steps would say something else. */
function describeState({ state, subtasks }: Task): string | undefined {
  const isBegun = subtasks.some(({ isDone }) => isDone);
  return states[state] ?? (isBegun ? "Not started" : undefined);
}

/** An estimate in a form that is read back as the same hours: as written where it is one plain figure. */
export function describeEffort({ text, points, hours, minHours, maxHours }: SpecEffort): string {
  if (figure.test(text)) return text;
  if (points !== undefined) return `${points} points`;
  return minHours === maxHours ? `${hours}h` : `${minHours}-${maxHours}h`;
}

function listParts(effort: SpecEffort | undefined): readonly TaskKey[] {
  const toText = (hours: number | undefined) => (hours === undefined ? undefined : `${hours}h`);
  return [
    line("Development Time", toText(effort?.parts.development)),
    line("Testing Time", toText(effort?.parts.testing)),
    line("Review Time", toText(effort?.parts.review)),
  ].flat();
}

function describe(description: string | undefined): readonly TaskKey[] {
  const lines = (description ?? "").split("\n").map(toPlainMarkdown).filter(Boolean);
  const [only] = lines;
  if (only === undefined) return [];
  return lines.length === 1 ? [{ name: "Description", value: only }] : list("Description", lines);
}

function renderFile({ path, action }: SpecFile): string {
  return `${action === undefined ? "" : `${action.toUpperCase()}: `}\`${path}\``;
}

function listChecks({ checks }: Pick<SpecTask, "checks">): readonly TaskKey[] {
  if (checks.length === 0) return [];
  const code = checks.flatMap(({ command, expects }) => [
    command,
    ...(expects === undefined ? [] : [`# expect: ${expects}`]),
  ]);
  return [{ name: "Validation", code }];
}

function line(name: string, value: string | undefined): readonly TaskKey[] {
  return value === undefined || value === "" ? [] : [{ name, value: toPlainMarkdown(value) }];
}

function list(name: string, bullets: readonly string[], remark?: string): readonly TaskKey[] {
  if (bullets.length === 0) return [];
  return [{ name, bullets, ...(remark !== undefined && { remark }) }];
}
