import { isMap, isNode, isScalar, isSeq, type Node, parseDocument, type YAMLMap } from "yaml";
import { type InlineText, joinInlineLines, sliceInline } from "../../outline/inline-text.ts";
import { readSide, type Side } from "../../references/read-side.ts";
import type { ReferenceIndex } from "../../references/reference-index.ts";
import type { ReadStatement } from "../read-statement.ts";
import { toGraphStatements } from "./to-graph-statements.ts";

/** One wave of a fence: its name, its tasks, and the waves it says it waits for. */
interface Wave {
  readonly name: string;
  readonly whole: InlineText;
  readonly tasks: readonly Side[];
  /** `undefined` if nothing is said. */
  readonly after: readonly string[] | undefined;
}

const lists = [
  "waves",
  "batches",
  "stages",
  "layers",
  "levels",
  "parallel_groups",
  "execution_waves",
];
const taskLists = ["tasks", "task_ids", "items"];
const names = ["id", "wave", "name", "number"];
const links = ["depends_on", "dependsOn", "dependencies", "after"];

/**
 * Reads waves written as JSON: `{"waves": [{"id": 0, "tasks": ["1.1"]}]}`, also with
 * `depends_on`, or as an array of arrays. Each wave comes after the one before it unless it names others.
 *
 * @returns Nothing for data of any other shape.
 */
export function readJsonWaves(
  lines: readonly InlineText[],
  index: ReferenceIndex,
): readonly ReadStatement[] {
  const text = joinInlineLines(lines);
  const { contents, errors } = parseDocument(text.text, { logLevel: "silent" });
  if (errors.length > 0 || !isNode(contents)) return [];
  const waves = listWaves(contents).flatMap((node, place) => toWave(node, place, text, index));
  const isExplicit = waves.some(({ after }) => after !== undefined);
  return waves.flatMap((wave, place) => {
    const earlier = isExplicit
      ? waves.filter(({ name }) => wave.after?.includes(name))
      : waves.slice(Math.max(0, place - 1), place);
    const pair = {
      whole: wave.whole,
      subject: wave.tasks,
      object: earlier.flatMap(({ tasks }) => tasks),
    };
    return toGraphStatements(pair, isExplicit ? "stated-wave" : "wave-order");
  });
}

function listWaves(root: Node): readonly Node[] {
  const list = isMap(root) ? lists.map((key) => root.get(key, true)).find(isSeq) : root;
  if (!isSeq(list)) return [];
  const items = list.items.filter(isNode);
  const areLists = items.every((item) => isSeq(item));
  const areWaves = items.every((item) => isMap(item) && findList(item) !== undefined);
  return items.length > 0 && (areLists || areWaves) ? items : [];
}

function findList(wave: YAMLMap) {
  return taskLists.map((key) => wave.get(key, true)).find(isSeq);
}

function toWave(
  node: Node,
  place: number,
  text: InlineText,
  index: ReferenceIndex,
): readonly Wave[] {
  const list = isMap(node) ? findList(node) : node;
  if (!isSeq(list)) return [];
  const slice = ({ range }: Node) => sliceInline(text, range?.[0] ?? 0, range?.[1] ?? 0);
  const tasks = list.items.filter(isNode).map((item) => {
    const id = isMap(item) ? names.map((key) => item.get(key, true)).find(isScalar) : item;
    return readTask(slice(id ?? item), index);
  });
  const name = isMap(node)
    ? names.map((key) => node.get(key)).find((one) => one !== undefined)
    : place;
  return [
    {
      name: String(name),
      whole: slice(list),
      tasks,
      after: isMap(node) ? readAfter(node) : undefined,
    },
  ];
}

function readAfter(wave: YAMLMap): readonly string[] | undefined {
  const link = links.map((key) => wave.get(key, true)).find(isNode);
  if (isSeq(link)) return link.items.map((item) => String(isScalar(item) ? item.value : item));
  return isScalar(link) && link.value !== null ? [String(link.value)] : undefined;
}

/** A bare number is a task's here. */
function readTask(written: InlineText, index: ReferenceIndex): Side {
  const quoted = /^["'].*["']$/.test(written.text);
  const words = quoted ? sliceInline(written, 1, written.text.length - 1) : written;
  const isBare = /^\d+[a-z]?$/i.test(words.text);
  return { ...readSide(isBare ? { ...words, text: `Task ${words.text}` } : words, index), words };
}
