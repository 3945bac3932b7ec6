import { maskParentheses } from "../../text/mask-parentheses.ts";
import { type InlineText, sliceInline } from "../outline/inline-text.ts";
import { idAhead } from "../references/id-pattern.ts";

/** One arrow of a chain: `earlier` comes before `later`. */
export interface ChainStep {
  readonly earlier: InlineText;
  readonly later: InlineText;
  /** Both with the arrow between them. */
  readonly whole: InlineText;
  /** One of the two begins with other words than a reference: the arrow is there in passing. */
  readonly isLoose: boolean;
}

const arrow =
  /\s*(?:→|⇒|➜|➔|►|▶|(?<!-)-+>|={1,2}>)\s*|,?\s+(?:and\s+)?then\s+(?=(?:tasks?\s+)?(?:[A-Z]+-?\d|\d+\.\d|phase\s+\d))/gi;
const backArrow = /\s*(?:←|⇐|◄|<-{1,2}|<=)\s*/g;

/** References, each with its name at most: `T001 Set up, T002` or `Phase 1: Setup`. */
const bareParty = new RegExp(
  `^(?:[[{(]\\s*)?(?:(?:[a-z]+\\s+){0,4}(?:order|sequence|path|chain|flow|follow|run|start)\\s+(?:is\\s+|with\\s+)?)?(?:(?:the|all|both)\\s+)?${idAhead}[\\w.-]*(?![\\w.-])(?!\\s+(?:[a-z]{2,}\\s+)*?(?:was|is|are|were|now|replace[sd]?|becomes?|on|in|to|by|of|from|see|for|with)\\b)`,
  "i",
);
/** What was done to names and places: `Renamed T001 → T002`. */
const history =
  /^\W*(?:re(?:named?|numbered|placed?|ordered|assigned)|moved?|merged?|split|changed?|swapped|converted|migrated|formerly|previously|superseded)\b/i;

/** The same in other languages, in which such words may stand anywhere. */
const renamed =
  /^\W*(?:renombrad\w*|renommée?s?|umbenannt|rinominat\w*|renomead\w*|movid\w*|déplacée?s?|verschoben|spostat\w*|ersetzt|remplacée?s?|reemplazad\w*)(?!\p{L})|重命名|改名|更名|重新编号|名称変更|名前を変更|に(?:移動|変更)|移动到|移動到|이름\s*변경|(?:으)?로\s*변경/iu;

/**
 * Splits `A → B → C` on one line into its steps; `C ← B` is read from right to left. Arrows in round
 * brackets do not count.
 *
 * @returns Nothing for a text without an arrow between two parts, or that tells what was renamed or moved.
 */
export function splitChain(text: InlineText): readonly ChainStep[] {
  const masked = maskParentheses(text.text, "x");
  if (history.test(masked) || renamed.test(masked)) return [];
  const isBack = masked.search(arrow) < 0;
  const parts = listParts(masked, isBack ? backArrow : arrow);
  return parts.slice(1).flatMap((right, place) => {
    const left = parts[place];
    if (left === undefined) return [];
    const whole = sliceInline(text, left.start, right.end);
    const [first, second] = [left, right].map((part) => slicePart(text, part));
    if (first === undefined || second === undefined || first.text === "") return [];
    const isLoose = !(bareParty.test(first.text) && bareParty.test(second.text));
    const [earlier, later] = isBack ? [second, first] : [first, second];
    return [{ earlier, later, whole, isLoose }];
  });
}

function listParts(masked: string, pattern: RegExp): readonly { start: number; end: number }[] {
  const parts: { start: number; end: number }[] = [];
  let from = 0;
  for (const match of masked.matchAll(pattern)) {
    parts.push({ start: from, end: match.index });
    from = match.index + match[0].length;
  }
  return [...parts, { start: from, end: masked.length }];
}

/** A part without brackets around all of it, and without a label: `Critical path: T001` is T001. */
function slicePart(text: InlineText, { start, end }: { start: number; end: number }): InlineText {
  const part = sliceInline(text, start, end);
  const label = start === 0 ? part.text.lastIndexOf(": ") + 1 : 0;
  const bare = sliceInline(part, label);
  return /^\([^()]*\)$/.test(bare.text) ? sliceInline(bare, 1, bare.text.length - 1) : bare;
}
