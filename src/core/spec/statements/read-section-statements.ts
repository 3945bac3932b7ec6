import type { GroupDrafts } from "../items/build-groups.ts";
import { flattenInline } from "../outline/flatten-inline.ts";
import { type InlineText, splitInlineLines, unwrapInline } from "../outline/inline-text.ts";
import type { Block, Heading, ItemBlock } from "../outline/outline.ts";
import type { GroupEntry, ReferenceIndex } from "../references/reference-index.ts";
import { readWaveList } from "./graphs/read-wave-list.ts";
import { hideStruck } from "./hide-struck.ts";
import { isDependencyHeading } from "./is-dependency-heading.ts";
import { readKeyLines } from "./read-key-lines.ts";
import { readKeyValue } from "./read-key-value.ts";
import { readListedPair } from "./read-listed-pair.ts";
import { readRules } from "./read-rules.ts";
import type { ReadStatement } from "./read-statement.ts";
import { readTableStatements } from "./read-table-statements.ts";
import { recogniseRules } from "./recognise-rules.ts";
import { splitChainLines } from "./split-chain-lines.ts";

/** Waves may be listed anywhere, each with its label. */
const mayBeWave = /^\W*wave\s+#?\d[^:\n]*:/i;

const outright = /^(?:this\s+\w+\s+)?(?:is\s+)?(?:depends?\s+on|blocked\s+(?:by|on))\b/i;
const aboutHere =
  /^(?:this\s+(?:phase|milestone|sprint|wave|stage|week|epic|story)\s+)?(?:(?:can|may|must|should|will|is)\s+)?(?:only\s+)?(?:starts?|begins?|depends?|blocked|requires?|needs?|waits?)\b/i;

/** A key line that has no value yet: the bullets after it are its values. */
interface OpenKey {
  readonly relation: "after" | "before";
  readonly heading: Heading | undefined;
  readonly item: ItemBlock | undefined;
}

/**
 * Reads dependency statements outside of tasks: bullets, sentences and tables under a heading about
 * dependencies; elsewhere key lines (`**Depends on**: Phase 1`), sentences that name by number both
 * who waits and for what, and in a phase's text those about that phase. Legends are left out.
 *
 * @param blocks Blocks that are in no task, in document order.
 */
export function readSectionStatements(
  blocks: readonly Block[],
  groups: GroupDrafts,
  index: ReferenceIndex,
  source: string,
): readonly ReadStatement[] {
  const statements: ReadStatement[] = [];
  const lists = new Map<Heading | undefined, InlineText[]>();
  let open: OpenKey | undefined;
  for (const block of blocks) {
    if (isLegend(block.heading)) continue;
    if (block.kind === "table") statements.push(...readTableStatements(block, index, source));
    if (block.kind !== "paragraph") continue;
    const text = hideStruck(flattenInline(block.node.children, source, block.span.start));
    const group = index.groupById.get(groups.groupOf(block.heading)?.group.id ?? "");
    if (open !== undefined && isUnder(block, open)) {
      const rules = readRules(recogniseRules(unwrapInline(text)), group, index).filter(isPair);
      const value = readKeyValue(text, text, open.relation, group, index);
      statements.push(...(rules.length > 0 ? rules : [value]));
      continue;
    }
    if (mayListWaves(block, text)) {
      lists.set(block.heading, [...(lists.get(block.heading) ?? []), ...splitInlineLines(text)]);
    }
    const keyed = readKeyLines(text, group, index);
    statements.push(...keyed.statements);
    open = keyed.open && { relation: keyed.open, heading: block.heading, item: block.item };
    if (!keyed.isKeyed) statements.push(...readSentences(text, block, group, index));
  }
  const waves = [...lists.values()].flatMap((lines) => readWaveList(lines, index));
  return [...statements, ...waves];
}

function mayListWaves(block: Block, { text }: InlineText): boolean {
  return isDependencyHeading(block.heading) || mayBeWave.test(text);
}

function readSentences(
  text: InlineText,
  block: Block,
  group: GroupEntry | undefined,
  index: ReferenceIndex,
): readonly ReadStatement[] {
  const listed = splitInlineLines(text).flatMap((line) =>
    readListedPair(line, block.heading, index),
  );
  if (listed.length > 0) return listed;
  const isAbout = isDependencyHeading(block.heading);
  return splitChainLines(text).flatMap((part) => {
    const said = recogniseRules(unwrapInline(part));
    const rules = said.rules.filter(({ isLoose }) => isAbout || isLoose !== true);
    const read = readRules({ ...said, rules }, group, index);
    if (isAbout) return read;
    return read.filter(
      (statement) =>
        isOutright(statement) ||
        isAboutGroup(statement, group) ||
        isAboutHere(statement, group) ||
        isAboutOther(statement),
    );
  });
}

/** Both who waits and for what are known. */
function isPair({ references, subject }: ReadStatement): boolean {
  const isKnown =
    references.length > 0 && references.every(({ referent }) => isFound(referent.kind));
  return isKnown && subject.refs.length + subject.groupIds.length > 0;
}

/** Names by number both who waits and for what: no such sentence is there in passing. */
function isOutright({ whole, references, subject }: ReadStatement): boolean {
  const numbers = whole.text.match(
    /\b(?:(?:T|WP)-?\d+|[A-Z]+-\d+|(?:tasks?|phases?|waves?|us|story|stories)\s?\d+)/gi,
  );
  const isKnown = references.every(({ referent }) => isFound(referent.kind));
  return isKnown && subject.refs.length + subject.groupIds.length > 0 && (numbers ?? []).length > 1;
}

/** Waits for another spec: `All tasks assume Spec 004 is implemented`. */
function isAboutOther({ whole, references, relation }: ReadStatement): boolean {
  const isOutside = references.every(({ referent }) => referent.kind === "external");
  return relation === "after" && isOutside && /\bspecs?\s+#?\d/i.test(whole.text);
}

/** Makes a phase wait for phases, or phases for it. */
function isAboutGroup({ references, subject }: ReadStatement, group: GroupEntry | undefined) {
  if (group === undefined || group.word === "") return false;
  const kinds = references.map(({ referent }) => referent.kind);
  const ids = references.flatMap(({ referent }) =>
    referent.kind === "groups" ? referent.ids : [],
  );
  const isPure = kinds.every((kind) => kind === "groups" || kind === "external");
  return isPure && ids.length > 0 && [...ids, ...subject.groupIds].includes(group.id);
}

/** Begins with what this phase waits for, named by number: `Can start once T005 is merged`. */
function isAboutHere(
  { whole, references, relation, subject }: ReadStatement,
  group: GroupEntry | undefined,
): boolean {
  if (group === undefined || relation !== "after" || !subject.groupIds.includes(group.id))
    return false;
  const isKnown = references.every(({ referent }) => isFound(referent.kind));
  return aboutHere.test(whole.text) && (isKnown || outright.test(whole.text));
}

function isFound(kind: string): boolean {
  return kind === "tasks" || kind === "groups";
}

function isUnder(block: Block, { heading, item }: OpenKey): boolean {
  return block.heading === heading && block.item !== undefined && block.item.item === item;
}

/** A section that explains how the file is written. */
function isLegend(heading: Heading | undefined): boolean {
  return /\b(?:format|legend|notation|conventions?|change\s?log|(?:revision|version|change)\s+history)\b/i.test(
    heading?.title.text ?? "",
  );
}
