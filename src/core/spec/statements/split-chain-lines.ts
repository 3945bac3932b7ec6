import { type InlineText, sliceInline } from "../outline/inline-text.ts";

const arrow = "(?:→|⇒|➜|➔|►|▶|-+>|={1,2}>|←|⇐|◄|<-{1,2}|<=)";
const anyArrow = new RegExp(arrow);
const goesOn = new RegExp(`${arrow}\\s*$`);
const comesFrom = new RegExp(`^\\s*${arrow}`);

/**
 * Parts a paragraph where a chain of arrows ends: at a line break, unless an arrow stands before or
 * after it. Lines without an arrow stay together, for they are wrapped text.
 */
export function splitChainLines(text: InlineText): readonly InlineText[] {
  const parts: InlineText[] = [];
  let [from, at] = [0, 0];
  const lines = text.text.split("\n");
  for (const [place, line] of lines.entries()) {
    at += line.length + 1;
    const next = lines[place + 1];
    if (next === undefined || isWrapped(line, next)) continue;
    parts.push(sliceInline(text, from, at - 1));
    from = at;
  }
  return [...parts, sliceInline(text, from)].filter((part) => part.text !== "");
}

function isWrapped(line: string, next: string): boolean {
  if (goesOn.test(line) || comesFrom.test(next)) return true;
  return !anyArrow.test(line) && !anyArrow.test(next);
}
