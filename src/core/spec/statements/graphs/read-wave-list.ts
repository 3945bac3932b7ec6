import { maskParentheses } from "../../../text/mask-parentheses.ts";
import { type InlineText, joinInlineLines, sliceInline } from "../../outline/inline-text.ts";
import { readSide, type Side } from "../../references/read-side.ts";
import type { ReferenceIndex } from "../../references/reference-index.ts";
import { resolveReferences } from "../../references/resolve-references.ts";
import type { ReadStatement } from "../read-statement.ts";
import { recogniseDependencyPhrases } from "../recognise-dependency-phrase.ts";
import { toGraphStatements } from "./to-graph-statements.ts";

/** A wave of a list as far as it has been read. */
interface OpenWave {
  readonly number: number;
  readonly label: InlineText;
  /** Numbers of the waves that it says it comes after; `undefined` if it says nothing. */
  readonly after: readonly number[] | undefined;
  readonly tasks: Side[];
}

const opening =
  /^[\W_]*(?:wave|batch|round|parallel\s+(?:group|batch)|execution\s+(?:group|wave))\s+#?(\d+)\b([^:\n]*?)(?::|$)/i;
const afterWaves =
  /\b(?:after|depends\s+on|needs)\s+(?:waves?|batch(?:es)?|rounds?)\s+([\d\s,&+-]+)/i;
const atOnce = /\bstart\w*\s+(?:immediately|at\s+once|now)\b|\bno\s+dependenc/i;
const treeMarks = /^[\s│├└─*+•|-]+/;

/**
 * Reads a list of waves: `Wave 1: T001, T002`, or a line for the wave and one for each of its tasks. A
 * wave comes after the one before it, unless it says otherwise (`Wave 3 (after Wave 1)`); a task's line
 * may say what it waits for (`[depends: 1]`).
 *
 * @returns Nothing unless two waves with tasks were found.
 */
export function readWaveList(
  lines: readonly InlineText[],
  index: ReferenceIndex,
): readonly ReadStatement[] {
  const waves: OpenWave[] = [];
  const said: ReadStatement[] = [];
  for (const line of lines) {
    const wave = openWave(line, index);
    if (wave !== undefined) waves.push(wave);
    else if (waves.length > 0) said.push(...readTaskLine(line, waves.at(-1)?.tasks ?? [], index));
  }
  const full = waves.filter(({ tasks }) => tasks.some(({ party }) => party.refs.length > 0));
  if (full.length < 2) return [];
  const order = full.flatMap((wave, place) => {
    const before =
      wave.after === undefined
        ? full.slice(Math.max(0, place - 1), place)
        : full.filter(({ number }) => wave.after?.includes(number));
    const object = before.flatMap(({ tasks }) => tasks);
    const from = wave.after === undefined ? "wave-order" : "stated-wave";
    return toGraphStatements({ whole: wave.label, subject: wave.tasks, object }, from);
  });
  return [...order, ...said];
}

function openWave(line: InlineText, index: ReferenceIndex): OpenWave | undefined {
  const match = opening.exec(line.text);
  if (match === null) return undefined;
  const [whole, number = "", words = ""] = match;
  const list = sliceInline(line, whole.length);
  const isListed = /\d/.test(maskParentheses(list.text));
  const side = isListed ? readSide(list, index) : undefined;
  return {
    number: Number(number),
    label: line,
    after: readAfter(words),
    tasks: side !== undefined && side.party.refs.length > 0 ? [side] : [],
  };
}

/** `(after waves 1-2)`; none of them if it may start at once. */
function readAfter(words: string): readonly number[] | undefined {
  if (atOnce.test(words)) return [];
  const list = afterWaves.exec(words)?.[1];
  if (list === undefined) return undefined;
  return list.split(/[^\d-]+/).flatMap((part) => {
    const [first = Number.NaN, last = first] = part.split("-").filter(Boolean).map(Number);
    return Array.from(
      { length: Math.min(100, Math.max(0, last - first + 1)) },
      (_, step) => first + step,
    );
  });
}

/** `├── Task 3: Login [depends: 1]`. */
function readTaskLine(
  line: InlineText,
  into: Side[],
  index: ReferenceIndex,
): readonly ReadStatement[] {
  const words = sliceInline(line, treeMarks.exec(line.text)?.[0].length ?? 0);
  const [first] = resolveReferences(words.text, index, { task: undefined, group: undefined });
  if (first?.referent.kind !== "tasks" || first.referent.isSet || first.at > 0) return [];
  const [ref = ""] = first.referent.refs;
  const party = { refs: [ref], groupIds: [] };
  const head = joinInlineLines([sliceInline(words, 0, first.end)]);
  into.push({ party, references: [{ ...first, at: 0 }], words: head });
  const asker = { task: index.byRef.get(ref), group: undefined };
  return recogniseDependencyPhrases(words).flatMap(({ relation, whole, value }) => {
    const references = resolveReferences(value.text, index, asker).filter(
      ({ referent }) => referent.kind === "tasks" || referent.kind === "groups",
    );
    if (relation === "none" || references.length === 0) return [];
    return [
      {
        whole,
        value,
        relation,
        subject: party,
        references,
        confidence: 0.8,
        basis: "graph" as const,
      },
    ];
  });
}
