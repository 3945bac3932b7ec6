import type { TaskId } from "../model/ids.ts";
import type { DesiredIssue } from "../model/issue.ts";
import type { Plan, Task } from "../model/plan.ts";
import type { SourceLink } from "../model/record.ts";
import type { SpecCheck, SpecSubtask } from "../model/spec.ts";
import { cutLines } from "../text/cut-lines.ts";
import { cutText } from "../text/cut-text.ts";
import { encodePath } from "../text/encode-path.ts";
import { escapeMarkdown } from "../text/escape-markdown.ts";
import { toCode } from "../text/to-code.ts";
import { renderLinkMarker } from "./link-marker.ts";
import { renderIssueTitle, renderOneLine } from "./render-issue-title.ts";
import { endMarker, renderMarker } from "./render-marker.ts";
import { renderTaskFacts } from "./render-task-facts.ts";

/** What a block needs to know beside the plan. */
export interface BlockContext {
  /** Address of the spec file for people, without line numbers: they shift. */
  readonly specUrl: string;
  /** Address of the repository for people, without a trailing slash. */
  readonly webUrl: string;
  /** Address of the plan's file on branch `keysteps` that says all of each task. */
  readonly wholeUrl: string;
}

/** What it needs to know of the one task besides. */
export interface IssueContext extends BlockContext {
  /** The tasks that its issue is linked to as blocked by. */
  readonly blockedBy: readonly TaskId[];
  /** The lines it is made from. */
  readonly source: SourceLink | undefined;
}

/** Most tasks that are named as coming next. */
const maxNamed = 10;

/** GitHub takes 65,536 characters in a body; there are twelve sections, and people's own text. */
const maxSection = 5_000;

/**
 * The managed block of a task's issue. It names other tasks by their own IDs, never by title, so
 * that rewording one task changes one body; the native blocked-by links carry the way there. A title that is
 * too long for the issue's own stands first. Boxes, which people tick, are never left out for want of room.
 */
export function renderIssueBlock(
  task: Task,
  plan: Plan,
  context: IssueContext,
): Pick<DesiredIssue, "block" | "slack"> {
  const description = (task.description ?? "").split("\n").map(escapeMarkdown).join("\n").trim();
  const spare = {
    description: cutText(description, maxSection),
    checks: renderList("**Checks**", task.checks.map(renderCheck)),
    files: renderList(
      "**Files**",
      task.files.map((file) => `\`${toCode(file.path)}\`${file.action ? ` (${file.action})` : ""}`),
    ),
    notes: renderList("**Notes**", task.notes.map(escapeMarkdown)),
    risks: renderList("**Risks**", task.risks.map(escapeMarkdown)),
    reasons: renderList("**Waits for**", listReasons(task.id, plan)),
    turns: renderList(
      "**Takes turns on**",
      task.needs.map((need) => `\`${toCode(need.resource)}\`: ${escapeMarkdown(need.reason)}`),
    ),
  };
  const sections = [
    renderLongTitle(task),
    spare.description,
    renderTaskFacts(task),
    renderList("**Steps**", task.subtasks.map(renderStep)),
    renderList(
      "**Done when**",
      task.doneWhen.map((text) => `[ ] ${escapeMarkdown(text)}`),
    ),
    renderStop(task.id, plan),
    ...[spare.checks, spare.files, spare.notes, spare.risks, spare.reasons, spare.turns],
    renderOrigin(task, plan, context),
  ].filter((section) => section !== "");
  const marker = renderMarker({ kind: "task", planId: plan.id, taskId: task.id });
  const links = renderLinkMarker(context.blockedBy);
  const { notes, risks, files, checks, turns, reasons } = spare;
  const order = [notes, risks, files, checks, turns, reasons, spare.description];
  return {
    block: [marker, sections.join("\n\n"), links, endMarker].join("\n"),
    slack: { parts: order.filter((part) => part !== ""), wholeUrl: context.wholeUrl },
  };
}

/** The whole title, where the issue's own is cut. */
function renderLongTitle({ ownId, title }: Task): string {
  const whole = renderOneLine(ownId, title);
  if (renderIssueTitle(ownId, title) === whole) return "";
  return `**${escapeMarkdown(cutText(whole, maxSection))}**`;
}

function renderStep({ id, title, isDone, hours, output }: SpecSubtask): string {
  const name = escapeMarkdown(id === undefined ? title : `${id}: ${title}`);
  const size = hours === undefined ? "" : ` (${hours} h)`;
  const result = output === undefined ? "" : ` → ${escapeMarkdown(output)}`;
  return `[${isDone ? "x" : " "}] ${name}${size}${result}`;
}

function renderCheck({ command, expects }: SpecCheck): string {
  return `\`${toCode(command)}\`${expects === undefined ? "" : `: ${escapeMarkdown(expects)}`}`;
}

/** Where the task comes from: the spec as it is now, and the very lines as they were read. */
function renderOrigin(task: Task, plan: Plan, { specUrl, webUrl, source }: IssueContext): string {
  const spec = `[${escapeMarkdown(plan.specPath)}](${specUrl})`;
  const lines = source === undefined ? "" : `, [as written](${toPermalink(webUrl, source)})`;
  return `<sub>Task \`${task.id}\` of ${spec}${lines}. Keysteps keeps this block true to the spec; what you write outside it stays yours.</sub>`;
}

function toPermalink(webUrl: string, { commit, path, startLine, endLine }: SourceLink): string {
  return `${webUrl}/blob/${commit}/${encodePath(path)}?plain=1#L${startLine}-L${endLine}`;
}

function renderList(heading: string, lines: readonly string[]): string {
  if (lines.length === 0) return "";
  return [heading, "", ...cutLines(lines, maxSection).map((line) => `- ${line}`)].join("\n");
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

/** Where the task ends: what comes next is not part of it. Other tasks stand there by their own IDs. */
function renderStop(taskId: TaskId, plan: Plan): string {
  const next = new Set(plan.dag.reduced.filter(([from]) => from === taskId).map(([, to]) => to));
  const names = plan.tasks.filter(({ id }) => next.has(id)).map(({ id, ownId }) => ownId ?? id);
  if (names.length === 0) return "";
  const more = names.length > maxNamed ? ` and ${names.length - maxNamed} more` : "";
  return `**Stop when** this is done: what ${escapeMarkdown(names.slice(0, maxNamed).join(", "))}${more} is for is not part of it.`;
}
