import { stripInvisible } from "./strip-invisible.ts";

/** Text for inside a code span: it cannot end the span, is one line, and reads in the order of its characters. */
export function toCode(text: string): string {
  return stripInvisible(text).replaceAll("`", "'").replace(/\s+/g, " ").trim();
}
