import { maskSpans } from "../../text/mask-spans.ts";
import type { InlineText } from "../outline/inline-text.ts";

/** The same text, equally long, with what is struck out blanked: nobody says it any more. */
export function hideStruck(inline: InlineText): InlineText {
  return { ...inline, text: maskSpans(inline.text, inline.struck) };
}
