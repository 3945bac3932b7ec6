import { isMap, isPair, isScalar, isSeq, type Node, parseDocument, type YAMLMap } from "yaml";
import type { Container, TaskDraft } from "../items/task-draft.ts";
import type { Source, SourceFile } from "../outline/build-source.ts";
import { draftRecord } from "./draft-record.ts";

/**
 * Reads the tasks of a JSON file: a list of objects under `tasks`, at its top or in each tag of
 * task-master's file. A tag's tasks are a group.
 *
 * JSON is read as the YAML that it is, for the places; what is broken in it is left out.
 */
export function readJsonTasks(file: SourceFile, source: Source): readonly TaskDraft[] {
  const { contents } = parseDocument(file.text, { schema: "core", logLevel: "silent" });
  const lists = listTaskLists(contents);
  return lists.flatMap(({ tag, items }) => {
    const containers = lists.length > 1 && tag !== undefined ? [toContainer(tag, items, file)] : [];
    return items.flatMap((item) => draftRecord(item, containers, file, source) ?? []);
  });
}

interface TaskList {
  readonly tag: string | undefined;
  readonly items: readonly YAMLMap[];
}

function listTaskLists(contents: unknown): readonly TaskList[] {
  if (isSeq(contents)) return [{ tag: undefined, items: contents.items.filter(isMap) }];
  if (!isMap(contents)) return [];
  const own = toTasks(contents);
  if (own.length > 0) return [{ tag: undefined, items: own }];
  return contents.items.flatMap((pair): readonly TaskList[] => {
    if (!isPair(pair) || !isMap(pair.value)) return [];
    const items = toTasks(pair.value);
    const tag = isScalar(pair.key) ? String(pair.key.value) : undefined;
    return items.length === 0 ? [] : [{ tag, items }];
  });
}

function toTasks(map: YAMLMap): readonly YAMLMap[] {
  const tasks = map.get("tasks", true) as unknown;
  return isSeq(tasks) ? tasks.items.filter(isMap) : [];
}

function toContainer(tag: string, items: readonly Node[], file: SourceFile): Container {
  const start = file.start + (items[0]?.range?.[0] ?? 0);
  const span = { start, end: start + 1 };
  return { ownId: undefined, title: tag, priority: undefined, span };
}
