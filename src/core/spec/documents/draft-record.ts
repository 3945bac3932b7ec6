import { isMap, isScalar, isSeq, type YAMLMap } from "yaml";
import type { SpecSubtask } from "../../model/spec.ts";
import { collapseWhitespace } from "../../text/collapse-whitespace.ts";
import { emptyDraft } from "../items/empty-draft.ts";
import { parseEffort } from "../items/line/parse-effort.ts";
import { recogniseState } from "../items/line/recognise-state.ts";
import { recogniseKeyName } from "../items/recognise-key-name.ts";
import { recognisePriority } from "../items/recognise-priority.ts";
import type { Container, Link, TaskDraft } from "../items/task-draft.ts";
import type { Source, SourceFile } from "../outline/build-source.ts";
import { toInline } from "../outline/inline-text.ts";

/** A field of an object with its place in the file. */
interface Field {
  readonly key: string;
  readonly values: readonly { readonly text: string; readonly at: number }[];
}

/** Makes a task of an object of JSON; `undefined` for one without an ID or a title. */
export function draftRecord(
  item: YAMLMap,
  containers: readonly Container[],
  file: SourceFile,
  source: Source,
): TaskDraft | undefined {
  const fields = listFields(item);
  const textOf = toReader(fields);
  const [ownId, title] = [textOf("id", "key", "task_id"), textOf("title", "name", "subject")];
  if (ownId === undefined || title === undefined) return undefined;
  const [start, end] = [item.range?.[0] ?? 0, item.range?.[1] ?? 0];
  const steps = item.get("subtasks", true) as unknown;
  const effort = textOf("effort", "estimate", "hours", "estimatedhours") ?? "";
  return {
    ...emptyDraft("record", { start: file.start + start, end: file.start + end }),
    dialect: "task-master",
    ownId,
    title: collapseWhitespace(title),
    state: readState(textOf("status", "state")),
    description: [textOf("description"), textOf("details")].filter(Boolean).join("\n") || undefined,
    doneWhen: [textOf("teststrategy", "acceptance", "acceptance_criteria") ?? []].flat(),
    priority: recognisePriority(textOf("priority") ?? ""),
    owner: textOf("assignee", "owner"),
    effort: parseEffort(/^-?\d+(?:\.\d+)?$/.test(effort) ? `${effort}h` : effort),
    subtasks: listItems(steps).flatMap((step) => readStep(step, ownId, file, source)),
    links: [
      ...fields.flatMap((field) => toLink(field, file)),
      ...listItems(steps).flatMap((step) => listStepLinks(step, ownId, file)),
    ],
    containers,
  };
}

function listFields(item: YAMLMap): readonly Field[] {
  return item.items.flatMap(({ key, value }) => {
    const nodes = isSeq(value) ? value.items : [value];
    const values = nodes
      .filter(isScalar)
      .flatMap((node) =>
        node.value === null ? [] : [{ text: String(node.value), at: node.range?.[0] ?? 0 }],
      );
    return isScalar(key) ? [{ key: String(key.value), values }] : [];
  });
}

function toReader(fields: readonly Field[]): (...keys: readonly string[]) => string | undefined {
  const byKey = new Map(fields.map(({ key, values }) => [key.toLowerCase(), values]));
  return (...keys) =>
    keys
      .flatMap((key) => byKey.get(key)?.map(({ text }) => text) ?? [])
      .find((text) => text.trim() !== "");
}

/** A step of another task (`3.1`) stands for that task. */
function toLink({ key, values }: Field, { start }: SourceFile): readonly Link[] {
  const name = recogniseKeyName(key.replace(/([a-z])([A-Z])/g, "$1 $2"));
  if (name !== "depends-on" && name !== "blocks") return [];
  const inline = values.map(({ text, at }) =>
    toInline(text.replace(/^(\d+)\.\d+$/, "$1"), start + at),
  );
  return inline.flatMap((value) => [{ key: name, line: value, values: [value] }]);
}

function listItems(list: unknown): readonly YAMLMap[] {
  return isSeq(list) ? list.items.filter(isMap) : [];
}

/** A step's bare numbers are steps beside it; only a step of another task (`3.1`) makes its task wait. */
function listStepLinks(step: YAMLMap, parent: string, file: SourceFile): readonly Link[] {
  return listFields(step).flatMap((field) => {
    const values = field.values.filter(
      ({ text }) => text.includes(".") && text.split(".")[0] !== parent,
    );
    return values.length === 0 ? [] : toLink({ ...field, values }, file);
  });
}

function readStep(
  step: YAMLMap,
  parent: string,
  file: SourceFile,
  source: Source,
): readonly SpecSubtask[] {
  const textOf = toReader(listFields(step));
  const [id, title] = [textOf("id"), textOf("title", "name")];
  if (title === undefined) return [];
  const at = file.start + (step.range?.[0] ?? 0);
  return [
    {
      id: id === undefined || id.includes(".") ? id : `${parent}.${id}`,
      title: collapseWhitespace(title),
      isDone: readState(textOf("status")) === "done",
      hours: undefined,
      files: [],
      output: undefined,
      line: source.placeAt(at).line,
    },
  ];
}

function readState(status: string | undefined): TaskDraft["state"] {
  if (status === undefined) return undefined;
  return /^review$/i.test(status) ? "in-progress" : recogniseState(status);
}
