import { stripInvisible } from "./strip-invisible.ts";

/**
 * A text as one line of Markdown that shows it as written and does nothing else.
 *
 * Emphasis, code, links, tables and HTML are escaped; lines are folded to one;
 * characters that are not seen go. GitHub's own references are
 * broken by a zero-width space after their mark (`@`, `#`, `GH-`, `:` of an address, `www`), so
 * nobody is pinged, nothing is linked and `closes #12` closes nothing: GitHub
 * looks for them after Markdown is read, where a backslash has gone already.
 * The space is written as an entity, so that it can be seen in the source.
 *
 * Safe inside a paragraph, list item or table cell, at the start as well; not
 * inside code, where entities would be shown.
 */
export function escapeMarkdown(text: string): string {
  return stripInvisible(text)
    .replace(/\s+/g, " ")
    .trim()
    .replace(/[\\`*_{}[\]|~]/g, "\\$&")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replace(/^([-+=])/, "\\$1")
    .replace(/^(\d+)([.)])(?=\s|$)/, "$1\\$2")
    .replace(/[@#]|\bGH-(?=\d)|:(?=\/\/)|www(?=\.)/gi, "$&&#8203;");
}
