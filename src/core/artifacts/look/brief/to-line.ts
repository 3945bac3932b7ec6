import { collapseWhitespace } from "../../../text/collapse-whitespace.ts";
import { stripInvisible } from "../../../text/strip-invisible.ts";

/** A text as it is written, on one line and without characters that are not seen. */
export function toLine(text: string): string {
  return collapseWhitespace(stripInvisible(text));
}
