import type { InlineText } from "../outline/inline-text.ts";

/** The same text, equally long, with what is struck out blanked: nobody says it any more. */
export function hideStruck(inline: InlineText): InlineText {
  let text = inline.text;
  for (const { start, end } of inline.struck) {
    text = text.slice(0, start) + " ".repeat(end - start) + text.slice(end);
  }
  return { ...inline, text };
}
