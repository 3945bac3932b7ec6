import { type InlineText, toSourceSpan } from "../outline/inline-text.ts";
import type { Heading, ItemBlock } from "../outline/outline.ts";
import { judgeLevel } from "./judge-level.ts";
import { asksByName, judgeSection } from "./judge-section.ts";
import type { ProseText } from "./list-prose.ts";
import { recognisePriority } from "./recognise-priority.ts";
import { recogniseRequirementHeading } from "./recognise-requirement-heading.ts";
import { recogniseRequirementId } from "./recognise-requirement-id.ts";
import { recogniseScenarioStep } from "./recognise-scenario-step.ts";
import type { RequirementDraft } from "./requirement-draft.ts";
import { splitSentences } from "./split-sentences.ts";

const wish = /\bas (?:an?|the)\b.{2,200}?\bi (?:want|need|can|would like)\b/i;

/** Says how well something works, not what it does. */
const quality =
  /\b(?:must|shall|should)\s+(?:also\s+)?be\s+(?:very\s+)?(?:fast|quick|secure|safe|reliable|robust|stable|accessible|available|responsive|scalable|maintainable|usable|easy to use)\b/i;

/** A priority before the words: `(P1): As a user …`. */
const ranked = /^\((?:priority:?\s*)?(?:P\d|critical|high|medium|low)\)[\s:.–—-]*/i;

/** Collects what prose asks for, in document order: under headings, with IDs, in sentences and scenarios. */
export function collectRequirements(
  headings: readonly Heading[],
  prose: readonly ProseText[],
): readonly RequirementDraft[] {
  const drafts: RequirementDraft[] = [];
  const byHeading = new Map<Heading, RequirementDraft>();
  const byItem = new Map<ItemBlock, RequirementDraft>();
  /** The scenario that is being told, and the heading it stands under. */
  let told: { draft: RequirementDraft; heading: Heading | undefined } | undefined;
  let next = 0;
  for (const text of prose) {
    announceUntil(toSourceSpan(text.text).start);
    readText(text);
  }
  announceUntil(Number.POSITIVE_INFINITY);
  return drafts;

  function announceUntil(offset: number): void {
    for (; (headings[next]?.span.start ?? offset) < offset; next += 1) {
      const heading = headings[next];
      if (heading !== undefined) announce(heading);
    }
  }

  function announce(heading: Heading): void {
    const found = recogniseHeading(heading.title);
    if (found === undefined) return;
    const parent = findAbove(heading.parent, byHeading);
    const span = toSourceSpan(heading.title);
    const draft = {
      ...found,
      text: found.title,
      level: "must",
      parent,
      span,
      isTold: false,
    } as const;
    byHeading.set(heading, add(draft));
  }

  function readText(text: ProseText): void {
    const own = text.heading === undefined ? undefined : byHeading.get(text.heading);
    const parent = findOwner(text.item, byItem) ?? findAbove(text.heading, byHeading);
    if (own?.kind === "scenario") tell(own, text.text);
    else if (!readStep(text, parent)) {
      told = undefined;
      if (!readIdentified(text, parent) && !readWish(text, own, parent)) {
        readSentences(text, own, parent);
      }
    }
  }

  /** Lines of a scenario make one, from what is given to what comes of it. */
  function readStep({ text, heading }: ProseText, parent: RequirementDraft | undefined): boolean {
    const step = recogniseScenarioStep(text.text);
    const isGoingOn = told !== undefined && told.heading === heading;
    if (step === undefined || (step === "goes-on" && !isGoingOn)) return false;
    if (step === "goes-on" && told !== undefined) tell(told.draft, text);
    else {
      const plain = {
        id: undefined,
        kind: "scenario",
        level: "must",
        priority: undefined,
      } as const;
      const draft = { ...plain, text: text.text, parent, span: toSourceSpan(text), isTold: true };
      told = { draft: add(draft), heading };
    }
    return true;
  }

  function readIdentified(prose: ProseText, parent: RequirementDraft | undefined): boolean {
    const found =
      prose.item === undefined || prose.isFirst ? recogniseRequirementId(prose.text) : undefined;
    if (found === undefined) return false;
    const { id, kind, rest } = found;
    const priority = recognisePriority(prose.text.text);
    const cells = prose.isRow ? rest.text.split("\n") : [rest.text.replace(ranked, "")];
    const [weight] = prose.isRow ? cells.flatMap((cell) => readWeight(cell) ?? []) : [];
    const level = judgeLevel(rest) ?? weight ?? "must";
    const text = cells.filter(
      (cell) =>
        readWeight(cell) === undefined &&
        (!prose.isRow || recognisePriority(`(${cell})`) === undefined),
    );
    keep(prose, {
      id,
      kind,
      text: text.join(": "),
      level,
      priority,
      parent,
      span: toSourceSpan(prose.text),
      isTold: true,
    });
    return true;
  }

  function readWish(
    prose: ProseText,
    own: RequirementDraft | undefined,
    parent: RequirementDraft | undefined,
  ): boolean {
    if (!wish.test(prose.text.text)) return false;
    if (own === undefined) {
      const plain = { id: undefined, kind: "story", level: "must", priority: undefined } as const;
      keep(prose, {
        ...plain,
        text: prose.text.text,
        parent,
        span: toSourceSpan(prose.text),
        isTold: true,
      });
    } else {
      own.kind = "story";
      if (own.text === "") own.text = prose.text.text;
    }
    return true;
  }

  function readSentences(
    prose: ProseText,
    own: RequirementDraft | undefined,
    parent: RequirementDraft | undefined,
  ): void {
    const section = judgeSection(prose.heading);
    for (const sentence of splitSentences(prose.text)) {
      const level = judgeLevel(sentence);
      if (level === undefined) continue;
      if (own !== undefined && own.kind === "functional" && own.id === undefined) {
        tell(own, sentence);
        continue;
      }
      const isNumbered =
        parent?.id !== undefined && /^\d/.test(parent.id) && prose.number !== undefined;
      const id = isNumbered ? `${parent.id}.${prose.number}` : undefined;
      keep(prose, {
        id,
        kind: judgeKind(section, sentence),
        text: sentence.text,
        level,
        priority: undefined,
        parent,
        span: toSourceSpan(sentence),
        isTold: true,
      });
    }
    const isPoint = prose.isFirst && !byItem.has(prose.item as ItemBlock) && parent === undefined;
    const isAsked = asksByName(prose.heading) && isSentence(prose.text);
    if (isPoint && (section === "feature" || section === "success" || isAsked)) {
      keep(prose, {
        id: undefined,
        kind: section,
        text: prose.text.text,
        level: "must",
        priority: recognisePriority(prose.text.text),
        parent,
        span: toSourceSpan(prose.text),
        isTold: true,
      });
    }
  }

  function keep({ item }: ProseText, draft: RequirementDraft): void {
    add(draft);
    if (item !== undefined && !byItem.has(item)) byItem.set(item, draft);
  }

  function add(draft: RequirementDraft): RequirementDraft {
    drafts.push(draft);
    return draft;
  }
}

/** A cell of a column of priorities that says how strongly a row asks: `Must`, `Should`, `Could`. */
function readWeight(cell: string): RequirementDraft["level"] | undefined {
  const word = /^\s*(must|should|could|may)(?:[ -]have)?\s*$/i.exec(cell)?.[1]?.toLowerCase();
  return word === "could" ? "may" : (word as "must" | "should" | "may" | undefined);
}

/** Words that say something: no name with its colon, no link. */
function isSentence({ text }: InlineText): boolean {
  return text.split(/\s+/).length > 2 && !/[:：]\s*$/.test(text);
}

function judgeKind(section: RequirementDraft["kind"], { text }: InlineText) {
  return section === "functional" && quality.test(text) ? "non-functional" : section;
}

function recogniseHeading(title: InlineText) {
  const found = recogniseRequirementHeading(title);
  if (found !== undefined) return found;
  const own = recogniseRequirementId(title);
  if (own === undefined) return undefined;
  return {
    id: own.id,
    kind: own.kind,
    title: own.rest.text,
    priority: recognisePriority(title.text),
  };
}

/** What a heading or the scenario's first line began goes on; the first sentence is kept with the name. */
function tell(draft: RequirementDraft, text: InlineText): void {
  draft.text = [draft.text, text.text]
    .filter((part) => part !== "")
    .join(draft.isTold ? " " : ": ");
  draft.isTold = true;
  draft.level = judgeLevel(text) ?? draft.level;
  draft.span = { start: draft.span.start, end: toSourceSpan(text).end };
}

function findAbove(
  heading: Heading | undefined,
  byHeading: ReadonlyMap<Heading, RequirementDraft>,
): RequirementDraft | undefined {
  for (let above = heading; above !== undefined; above = above.parent) {
    const found = byHeading.get(above);
    if (found !== undefined) return found;
  }
  return undefined;
}

function findOwner(
  item: ItemBlock | undefined,
  byItem: ReadonlyMap<ItemBlock, RequirementDraft>,
): RequirementDraft | undefined {
  for (let around = item; around !== undefined; around = around.item) {
    const found = byItem.get(around);
    if (found !== undefined) return found;
  }
  return undefined;
}
