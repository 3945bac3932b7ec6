/**
 * A text as one line of Markdown that is read back as it is written: emphasis, code, links, tables
 * and HTML are escaped, and what opens a block at the start of a line. For files that are read
 * again; what goes to GitHub is written with `escapeMarkdown`, which also breaks references.
 */
export function toPlainMarkdown(text: string): string {
  return text
    .replace(/(?![\t\n\r])[\u0000-\u001f\u007f]/g, "")
    .replace(/\s+/g, " ")
    .trim()
    .replace(/[\\`*_{}[\]|~]/g, "\\$&")
    .replace(/&(?=#?\w+;)/g, "&amp;")
    .replaceAll("<", "&lt;")
    .replace(/^([-+=#>:])/, "\\$1")
    .replace(/^(\d+)([.)])(?=\s|$)/, "$1\\$2");
}
