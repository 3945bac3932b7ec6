import type { TaskId } from "../model/ids.ts";
import type { Plan, Task } from "../model/plan.ts";
import { cutLines } from "../text/cut-lines.ts";
import { cutText } from "../text/cut-text.ts";
import { escapeMarkdown } from "../text/escape-markdown.ts";
import { renderClosingNote } from "./closing-note.ts";
import { renderLinkMarker } from "./link-marker.ts";
import { endMarker, renderMarker } from "./render-marker.ts";

/** What a block needs to know beside the plan. */
export interface BlockContext {
  /** Address of the spec file for people, without line numbers: they shift. */
  readonly specUrl: string;
}

/** What it needs to know of the one task besides. */
export interface IssueContext extends BlockContext {
  /** The tasks that its issue is linked to as blocked by. */
  readonly blockedBy: readonly TaskId[];
}

/** GitHub takes 65,536 characters in a body; there are ten sections, and people's own text. */
const maxSection = 5_500;

/**
 * The managed block of a task's issue. It names other tasks by their own IDs, never by title, so
 * that rewording one task changes one body; the native blocked-by links carry the way there.
 */
export function renderIssueBlock(task: Task, plan: Plan, context: IssueContext): string {
  const sections = [
    task.state === "done" ? renderClosingNote("done") : "",
    cutText((task.description ?? "").split("\n").map(escapeMarkdown).join("\n").trim(), maxSection),
    escapeMarkdown(renderFacts(task)),
    renderList(
      "**Steps**",
      task.subtasks.map((step) => `[${step.isDone ? "x" : " "}] ${escapeMarkdown(toStep(step))}`),
    ),
    renderList(
      "**Done when**",
      task.doneWhen.map((text) => `[ ] ${escapeMarkdown(text)}`),
    ),
    renderList(
      "**Files**",
      task.files.map((file) => `\`${toCode(file.path)}\`${file.action ? ` (${file.action})` : ""}`),
    ),
    renderList("**Checks**", task.checks.map(toCheck)),
    renderList("**Notes**", task.notes.map(toLine)),
    renderList("**Risks**", task.risks.map(toLine)),
    renderList("**Waits for**", listReasons(task.id, plan)),
    renderList(
      "**Takes turns on**",
      task.needs.map((need) => `\`${toCode(need.resource)}\`: ${escapeMarkdown(need.reason)}`),
    ),
    `<sub>Task \`${task.id}\` of [${escapeMarkdown(plan.specPath)}](${context.specUrl}). Keysteps keeps this block true to the spec; what you write outside it stays yours.</sub>`,
  ].filter((section) => section !== "");
  const marker = renderMarker({ kind: "task", planId: plan.id, taskId: task.id });
  const links = renderLinkMarker(context.blockedBy);
  return [marker, sections.join("\n\n"), links, endMarker].join("\n");
}

function renderList(heading: string, lines: readonly string[]): string {
  if (lines.length === 0) return "";
  return [heading, "", ...cutLines(lines, maxSection).map((line) => `- ${line}`)].join("\n");
}

/** What is said of a task in a word or two each, on one line. */
function renderFacts({ priority, effort, owner, isOptional, requirements }: Task): string {
  const facts = [
    priority && `Priority: ${priority}`,
    effort && `Estimate: ${effort.text}`,
    owner && `Owner: ${owner}`,
    isOptional && "May be left out",
    requirements.length > 0 && `Serves: ${requirements.join(", ")}`,
  ].filter((fact) => typeof fact === "string");
  return cutText(facts.join(" · ").replace(/\s+/g, " "), maxSection);
}

function toStep({ id, title, hours }: Task["subtasks"][number]): string {
  const estimate = hours === undefined ? "" : ` (${hours} h)`;
  return `${id === undefined ? "" : `${id}: `}${title}${estimate}`;
}

function toCheck({ command, expects }: Task["checks"][number]): string {
  const outcome = expects === undefined ? "" : `: ${toLine(expects)}`;
  return `\`${toCode(command)}\`${outcome}`;
}

function toLine(text: string): string {
  return escapeMarkdown(text.replace(/\s+/g, " "));
}

/** The direct predecessors by the reason that their dependencies give, one line a reason. */
function listReasons(taskId: TaskId, plan: Plan): readonly string[] {
  const byId = new Map(plan.tasks.map((task) => [task.id, task]));
  const kept = new Set(plan.dag.reduced.filter(([, to]) => to === taskId).map(([from]) => from));
  const byReason = new Map<string, string[]>();
  for (const { from, to, reason } of plan.dag.edges) {
    if (to !== taskId || !kept.has(from)) continue;
    byReason.set(reason, [...(byReason.get(reason) ?? []), byId.get(from)?.ownId ?? from]);
  }
  return [...byReason].map(
    ([reason, names]) => `${escapeMarkdown(names.join(", "))} (${escapeMarkdown(reason)})`,
  );
}

/** Text that cannot end a code span. */
function toCode(text: string): string {
  return text.replaceAll("`", "'").replace(/\s+/g, " ");
}
