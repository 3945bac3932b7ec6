import { collapseWhitespace } from "../../text/collapse-whitespace.ts";

/** A heading's text without priority, emoji and what follows one (`🎯 MVP`). */
export function cleanGroupTitle(text: string): string {
  const plain = text
    .replace(/[([]\s*(?:priority\s*:?\s*)?P[0-3]\b[^)\]]*[)\]]/gi, "")
    .replace(/\p{Extended_Pictographic}\uFE0F?\s*(?:MVP|COMPLETED?|DONE)?/giu, "");
  return collapseWhitespace(plain).replace(/^[:—–-]\s*|\s*[:—–-]$/g, "");
}
