import type { SpecFile } from "../../../model/spec.ts";
import type { InlineText } from "../../outline/inline-text.ts";
import { isFilePath } from "./is-file-path.ts";

/**
 * Lists the files named in running text, in order: code spans and bare words that are paths. No action
 * is read from prose.
 */
export function recogniseFiles(text: InlineText): readonly SpecFile[] {
  const found: { path: string; at: number }[] = [];
  let bare = text.text;
  for (const { start, end } of text.code) {
    const word = text.text.slice(start, end).trim();
    if (isFilePath(word, true)) found.push({ path: word, at: start });
    bare = bare.slice(0, start) + " ".repeat(end - start) + bare.slice(end);
  }
  for (const match of bare.matchAll(/\S+/g)) {
    const word = match[0].replace(/^[("'[{]+(?=[\w.])/, "").replace(/[)"'\]},.;:!?]+$/, "");
    if (isFilePath(word, false)) found.push({ path: word, at: match.index });
  }
  return found.toSorted((a, b) => a.at - b.at).map(({ path }) => ({ path, action: undefined }));
}
