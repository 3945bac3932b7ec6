import type { InlineText } from "../outline/inline-text.ts";

/** The same text, equally long, with what is struck out blanked: nobody says it any more. */
export function hideStruck(inline: InlineText): InlineText {
  const parts: string[] = [];
  let from = 0;
  for (const { start, end } of inline.struck) {
    parts.push(inline.text.slice(from, start), " ".repeat(end - start));
    from = end;
  }
  return { ...inline, text: [...parts, inline.text.slice(from)].join("") };
}
