import type { SpecRequirement } from "../../model/spec.ts";
import { collapseWhitespace } from "../../text/collapse-whitespace.ts";
import { recognisePlaceholder } from "../items/recognise-placeholder.ts";
import type { Source } from "../outline/build-source.ts";
import { type InlineText, type Span, toInline, toSourceSpan } from "../outline/inline-text.ts";
import type { Block, Heading } from "../outline/outline.ts";
import { collectRequirements } from "./collect-requirements.ts";
import { isMust } from "./is-must.ts";
import { isUnclear } from "./is-unclear.ts";
import { isWish } from "./is-wish.ts";
import { judgeDescription } from "./judge-description.ts";
import { listProse, type ProseText } from "./list-prose.ts";
import type { RequirementDraft } from "./requirement-draft.ts";
import { splitSentences } from "./split-sentences.ts";

/**
 * Reads what the prose of a spec asks for, in document order, each with its place: sentences with the
 * words of RFC 2119 or in the form of EARS, texts with IDs such as FR-001, user stories, scenarios,
 * features and success criteria. Of a short description each sentence that none of these tells is a feature.
 *
 * @param blocks What stands in no task: a task's own text is no requirement.
 * @param hasTasks The spec states tasks, so that its other sentences describe them and ask for nothing.
 */
export function readRequirements(
  headings: readonly Heading[],
  blocks: readonly Block[],
  source: Source,
  hasTasks: boolean,
): readonly SpecRequirement[] {
  const prose = listProse(blocks, source.text);
  const found = collectRequirements(headings, prose);
  const wishes = hasTasks ? [] : listWishes(headings, prose, found, source);
  const asked = [...found, ...wishes];
  const drafts = hasTasks
    ? found.filter((draft) => !isTitle(draft, headings, found))
    : [...asked, ...listMusts(prose, asked)];
  const told = drafts
    .filter(({ text }) => text.trim() !== "" && !isBlank(text.trim()))
    .toSorted((a, b) => a.span.start - b.span.start);
  const ids = nameAll(told, source);
  return told.map((draft) => {
    const evidence = source.evidenceOf(draft.span);
    return {
      id: ids.get(draft) ?? "",
      kind: draft.kind,
      text: collapseWhitespace(draft.text),
      level: draft.level,
      priority: draft.priority,
      parentId: draft.parent === undefined ? undefined : ids.get(draft.parent),
      isUnclear: isUnclear(source.text.slice(draft.span.start, draft.span.end)),
      evidence,
      ...source.placeAt(draft.span.start),
    };
  });
}

/** `# Feature: Search` over tasks or requirements names what they are of, and asks for nothing more. */
function isTitle(
  draft: RequirementDraft,
  headings: readonly Heading[],
  all: readonly RequirementDraft[],
): boolean {
  if (draft.kind !== "feature" || draft.id !== undefined || draft.isTold) return false;
  const isTop = headings.some(
    ({ depth, title }) => depth === 1 && toSourceSpan(title).start === draft.span.start,
  );
  return isTop || all.some(({ parent }) => parent === draft);
}

/** Nothing but a template's words: `[FEATURE NAME]`. */
function isBlank(text: string): boolean {
  return recognisePlaceholder(toInline(text, 0))?.text === text;
}

/** Where no task is stated, sentences with `must` or `shall` of anything count, and what people can do. */
function listMusts(
  prose: readonly ProseText[],
  found: readonly RequirementDraft[],
): readonly RequirementDraft[] {
  const sentences = prose.flatMap(({ text, isRow }) => (isRow ? [] : splitSentences(text)));
  return sentences
    .filter(isMust)
    .map((sentence) => ({ ...toFeature(sentence), kind: "functional" as const }))
    .filter(({ span }) => found.every((each) => !isOver(each.span, span)));
}

/** What a short description asks for in words that are no requirement's elsewhere. */
function listWishes(
  headings: readonly Heading[],
  prose: readonly ProseText[],
  found: readonly RequirementDraft[],
  source: Source,
): readonly RequirementDraft[] {
  const isNamed = source.files[0]?.path === "description";
  const manner = isNamed && found.length === 0 ? "whole" : judgeDescription(headings, prose);
  if (manner === undefined || found.some(({ id }) => id !== undefined)) return [];
  return prose
    .flatMap(({ text }) => splitSentences(text))
    .filter((sentence) => manner === "whole" || isWish(sentence.text))
    .map(toFeature)
    .filter(({ span }) => found.every((each) => !isOver(each.span, span)));
}

function isOver(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

function toFeature(sentence: InlineText): RequirementDraft {
  return {
    id: undefined,
    kind: "feature",
    text: sentence.text,
    level: "must",
    priority: undefined,
    parent: undefined,
    span: toSourceSpan(sentence),
    isTold: true,
  };
}

/** Own IDs where they come first, else the line and, where a line holds several, the column. */
function nameAll(
  drafts: readonly RequirementDraft[],
  source: Source,
): ReadonlyMap<RequirementDraft, string> {
  const ids = new Map<RequirementDraft, string>();
  const taken = new Set<string>();
  for (const draft of drafts) {
    const { line, column } = source.placeAt(draft.span.start);
    const names = [draft.id, `line:${line}`, `line:${line}:${column}`, `at:${draft.span.start}`];
    const id = names.find((name) => name !== undefined && !taken.has(name)) ?? "";
    taken.add(id);
    ids.set(draft, id);
  }
  return ids;
}
