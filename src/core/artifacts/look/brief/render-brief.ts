import type { NamedTask, TaskBrief } from "../../../model/task-brief.ts";
import { cutText } from "../../../text/cut-text.ts";
import { stripInvisible } from "../../../text/strip-invisible.ts";
import { toCode } from "../../../text/to-code.ts";
import { describeCheck } from "./describe-check.ts";
import { listNeedsInWords } from "./list-needs-in-words.ts";
import { listRunAdvice } from "./list-run-advice.ts";
import { renderBriefHead } from "./render-brief-head.ts";
import { toLine } from "./to-line.ts";

/** Most lines of one list of a brief. */
const mostLines = 20;

/** Most characters of the spec that are quoted in one piece. */
const mostQuoted = 4_000;

/**
 * A task's brief as Markdown for who does it, a person or an agent. Texts stand as they are
 * written: it is read as plain text, so nothing is escaped.
 */
export function renderBrief(brief: TaskBrief): string {
  const { task, plan } = brief;
  const { definition_of_done: done, scope } = task.boundaries ?? {};
  const files = new Set((task.files ?? []).map(({ path }) => path));
  const { reuses_existing: reuse } = task;
  const sections = [
    renderBriefHead(brief),
    renderList("Waits for", [
      ...brief.waitsFor.map(describeNeighbour),
      ...brief.waitsOutside.map((text) => `Not in the plan: ${toLine(text)}`),
    ]),
    renderList("May wait for", brief.mayWaitFor.map(describeDoubt)),
    renderList("Steps", (task.subtasks ?? []).map(describeStep)),
    renderList("Done when", (done?.criteria ?? []).map(toLine)),
    renderList("Checks", (task.acceptance_checks ?? []).map(describeCheck)),
    renderList(
      "How this repository is checked",
      plan.checks.map(({ kind, command }) => `\`${toCode(command)}\` (${toLine(kind)})`),
    ),
    renderList("Files", [
      ...(task.files ?? []).map(
        ({ path, action }) => `${toPath(path)}${action ? ` (${action})` : ""}`,
      ),
      ...(scope?.includes ?? []).filter((path) => !files.has(path)).map(toPath),
    ]),
    renderList("Out of scope", [
      ...(scope?.excludes ?? []).map(toPath),
      ...[scope?.restrictions, done?.stop_when].flatMap((text) => (text ? [toLine(text)] : [])),
    ]),
    renderList("Builds on", [
      ...(reuse?.extends ?? []).map((name) => `Extend \`${toCode(name)}\``),
      ...(reuse?.imports ?? []).map((name) => `Use \`${toCode(name)}\``),
      ...(reuse?.rationale ? [toLine(reuse.rationale)] : []),
    ]),
    renderList("Interfaces", brief.interfaces.map(describeInterface)),
    renderList("Needs", listNeedsInWords(brief)),
    renderList("While it runs", listRunAdvice(task)),
    renderList("Waiting for it", brief.waitedForBy.map(describeNeighbour)),
    renderList("Can run beside it", (task.parallel_with ?? []).map(toLine)),
    renderList("Serves", (task.requirements ?? []).map(toLine)),
    renderList("Notes", (task.notes ?? []).map(toLine)),
    renderList("Risks", (task.risks ?? []).map(toLine)),
    ...task.source_evidence.map(renderQuote),
    renderList(
      "Not stated, only inferred",
      (task.inferred ?? []).map(
        ({ field, confidence, reason }) => `${field} (${confidence}): ${toLine(reason)}`,
      ),
    ),
  ];
  return `${sections.filter((text) => text !== "").join("\n\n")}\n`;
}

function renderList(title: string, items: readonly string[]): string {
  if (items.length === 0) return "";
  const more = items.length - mostLines;
  const lines = items.slice(0, mostLines).map((item) => `- ${item}`);
  return [`## ${title}`, "", ...lines, ...(more > 0 ? [`- … and ${more} more`] : [])].join("\n");
}

function toPath(path: string): string {
  return `\`${toCode(path)}\``;
}

function describeNeighbour({ id, title, state, files, reasons }: NamedTask): string {
  const why = reasons.length === 0 ? "" : `: ${reasons.map(toLine).join("; ")}`;
  const where = files.length === 0 ? "" : `; files ${files.map(toPath).join(", ")}`;
  return `${id} ${toLine(title)}${state === "todo" ? "" : ` (${state})`}${why}${where}`;
}

function describeDoubt(task: NamedTask): string {
  return `${describeNeighbour(task)} (confidence ${task.confidence})`;
}

type Step = NonNullable<TaskBrief["task"]["subtasks"]>[number];

function describeStep({ id, title, done, hours, files = [], output }: Step): string {
  return [
    `[${done ? "x" : " "}] ${id} ${toLine(title)}`,
    ...(hours === undefined ? [] : [` (${hours} h)`]),
    ...(files.length === 0 ? [] : [`; files ${files.map(({ path }) => toPath(path)).join(", ")}`]),
    ...(output === undefined ? [] : [` → ${toLine(output)}`]),
  ].join("");
}

function describeInterface({ name, role, others }: TaskBrief["interfaces"][number]): string {
  if (role === "produces") {
    return `Makes \`${toCode(name)}\`${others.length === 0 ? "" : `, used by ${others.join(", ")}`}`;
  }
  return `Uses \`${toCode(name)}\`${others.length === 0 ? ", which no task of this plan makes" : `, made by ${others.join(", ")}`}`;
}

/** The spec's words in a block that they cannot end. */
function renderQuote({ path, startLine, endLine, section, quote }: Evidence): string {
  const text = cutText(stripInvisible(quote), mostQuoted);
  const runs = text.match(/`+/g) ?? [];
  const fence = "`".repeat(Math.max(3, ...runs.map((run) => run.length + 1)));
  const lines = startLine === endLine ? String(startLine) : `${startLine}-${endLine}`;
  const under = section ? `, under "${toLine(section)}"` : "";
  return [
    `## The spec says (${toLine(path ?? "spec")}:${lines}${under})`,
    "",
    fence,
    text,
    fence,
  ].join("\n");
}

type Evidence = TaskBrief["task"]["source_evidence"][number];
