import type { InlineText } from "../outline/inline-text.ts";

/** The text, equally long, without what stands in code and in quotation marks. */
export function maskQuotes({ text, code }: InlineText): string {
  const units = [...code].reduce(
    (masked, { start, end }) =>
      masked.slice(0, start) + "_".repeat(end - start) + masked.slice(end),
    text,
  );
  return units.replace(/"[^"]*"|“[^”]*”|«[^»]*»/g, (quote) => "_".repeat(quote.length));
}
