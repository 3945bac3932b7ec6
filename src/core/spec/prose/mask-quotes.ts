import { maskSpans } from "../../text/mask-spans.ts";
import type { InlineText } from "../outline/inline-text.ts";

/** The text, equally long, without what stands in code and in quotation marks. */
export function maskQuotes({ text, code }: InlineText): string {
  const units = maskSpans(text, code, "_");
  return units.replace(/"[^"]*"|“[^”]*”|«[^»]*»/g, (quote) => "_".repeat(quote.length));
}
