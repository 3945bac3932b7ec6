import type { TaskJson } from "../../model/artifact/task-json.ts";
import { escapeMarkdown } from "../../text/escape-markdown.ts";
import type { ArtifactSet } from "../read/artifact-set.ts";
import { listGraphEdges } from "../read/list-graph-edges.ts";

/** Most lines of one list of a brief. */
const mostLines = 20;

/**
 * One task as a bounded brief for who does it, in Markdown: what, when it is done, what it may touch,
 * what it waits for and who waits for it. `undefined` if neither an ID of the plan nor one of the
 * spec is that one.
 */
export function renderBrief(set: ArtifactSet, name: string): string | undefined {
  const { tasks } = set.tasks;
  const task =
    tasks.find(({ id }) => id === name) ?? tasks.find(({ source }) => source?.id === name);
  if (task === undefined) return undefined;
  const byId = new Map(tasks.map((one) => [one.id, one]));
  const edges = listGraphEdges(set.tasks);
  const before = edges.filter(([, to]) => to === task.id).map(([from]) => from);
  const after = edges.filter(([from]) => from === task.id).map(([, to]) => to);
  const nameOf = (id: string) => {
    const one = byId.get(id);
    const state = one?.source?.state === "done" ? " (done)" : "";
    return `${id} ${escapeMarkdown(one?.title ?? "")}${state}`;
  };
  const { definition_of_done: done, scope, expected_complexity: size } = task.boundaries ?? {};
  const sections = [
    renderList(
      "Steps",
      (task.subtasks ?? []).map((step) => `${step.id} ${escapeMarkdown(step.title)}`),
    ),
    renderList("Done when", [
      ...(done?.criteria ?? []).map(escapeMarkdown),
      ...(done?.stop_when ? [escapeMarkdown(done.stop_when)] : []),
    ]),
    renderList("Checks", (task.acceptance_checks ?? []).map(describeCheck)),
    renderList(
      "Files",
      (task.files ?? []).map(({ path, action }) => `\`${path}\`${action ? ` (${action})` : ""}`),
    ),
    renderList("Scope", [
      ...(scope?.excludes ?? []).map((path) => `not ${escapeMarkdown(path)}`),
      ...(scope?.restrictions ? [escapeMarkdown(scope.restrictions)] : []),
    ]),
    renderList("Waits for", before.map(nameOf)),
    renderList("Waiting for it", after.map(nameOf)),
    renderList(
      "Resources",
      (task.resource_reasons ?? []).map(
        ({ resource, reason }) => `${resource}: ${escapeMarkdown(reason)}`,
      ),
    ),
    renderList("Notes", [...(task.notes ?? []), ...(task.risks ?? [])].map(escapeMarkdown)),
    renderList(
      "Said in the spec",
      task.source_evidence.map(
        ({ path, startLine, quote }) =>
          `${escapeMarkdown(path ?? "spec")}:${startLine} ${escapeMarkdown(quote)}`,
      ),
    ),
    renderList(
      "Inferred",
      (task.inferred ?? []).map(
        ({ field, confidence, reason }) => `${field} (${confidence}): ${escapeMarkdown(reason)}`,
      ),
    ),
  ];
  const head = [
    `# ${task.id} ${escapeMarkdown(task.title)}`,
    "",
    [
      size?.value,
      task.owner && `for ${escapeMarkdown(task.owner)}`,
      task.scheduling_hints?.priority,
    ]
      .filter(Boolean)
      .join(", "),
    ...(task.description ? ["", escapeMarkdown(task.description)] : []),
  ];
  return `${[head.join("\n"), ...sections.filter((text) => text !== "")].join("\n\n")}\n`;
}

function renderList(title: string, items: readonly string[]): string {
  if (items.length === 0) return "";
  const more = items.length - mostLines;
  const lines = items.slice(0, mostLines).map((item) => `- ${item.replace(/\s+/g, " ")}`);
  return [`## ${title}`, "", ...lines, ...(more > 0 ? [`- … and ${more} more`] : [])].join("\n");
}

type Check = NonNullable<TaskJson["acceptance_checks"]>[number];

function describeCheck({ type, cmd, path, name, expect }: Check): string {
  if (cmd !== undefined) return `\`${cmd}\` passes`;
  if (path !== undefined) return `\`${path}\` ${expect?.exists === false ? "is gone" : "is there"}`;
  return name === undefined ? "its issue is closed as completed" : `${type} ${name}`;
}
