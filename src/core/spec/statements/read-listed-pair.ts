import { type InlineText, sliceInline } from "../outline/inline-text.ts";
import type { Heading } from "../outline/outline.ts";
import { idPattern, taskWord } from "../references/id-pattern.ts";
import { readSide } from "../references/read-side.ts";
import type { ReferenceIndex } from "../references/reference-index.ts";
import { readStatedPair } from "./read-stated-pair.ts";
import type { ReadStatement } from "./read-statement.ts";

const dependencies = /\bdependenc(?:y|ies)\b|\bdepends\b|\bprerequisites?\b|\bblocked\s+by\b/i;
const others = /\b(?:parallel|dependents|critical\s+path)\b/i;
const id = `${taskWord}(?:${idPattern}|(?<=\\w\\s*#?)\\d+)`;
const label = new RegExp(`^(${id})\\s*[:：]\\s+(?=\\S)`, "i");
const list = new RegExp(
  `^(?:none|n/a|[-—–]|${id}(?:\\s*\\([^()]*\\))?(?:(?:\\s*[,;&+、，–-]\\s*|\\s+)(?:(?:and|or|to)\\s+)?(?:${id}|#?\\d+(?:\\.\\d+)*)(?:\\s*\\([^()]*\\))?)*)\\s*\\.?$`,
  "i",
);

/**
 * Reads a line that only lists IDs behind one (`T005: T002, T003`) where the heading right above says that
 * dependencies are listed: the first waits for the others.
 *
 * @returns Nothing for any other line.
 */
export function readListedPair(
  line: InlineText,
  heading: Heading | undefined,
  index: ReferenceIndex,
): readonly ReadStatement[] {
  const title = heading?.title.text ?? "";
  if (!dependencies.test(title) || others.test(title)) return [];
  const match = label.exec(line.text);
  const [lead, name = ""] = match ?? [];
  if (lead === undefined || !list.test(line.text.slice(lead.length))) return [];
  const subject = readSide(sliceInline(line, 0, name.length), index);
  if (subject.references.every(({ referent }) => referent.kind === "external")) return [];
  const object = sliceInline(line, lead.length);
  const pair = { whole: line, relation: "after" as const, subject, object };
  return readStatedPair({ ...pair, basis: "rule", confidence: 0.9 }, undefined, index);
}
