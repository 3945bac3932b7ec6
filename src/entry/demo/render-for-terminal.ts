/**
 * A comment of ours as text for a terminal: without markers and folded parts, and with the
 * escapes undone that keep it inert on GitHub.
 */
export function renderForTerminal(markdown: string): string {
  return markdown
    .replace(/<!--.*?-->\n*/gs, "")
    .replace(/<details[^>]*><summary>(.*?)<\/summary>.*?<\/details>\n*/gs, "▸ $1 (folded)\n")
    .replace(/<\/?sub>/g, "")
    .replace(/&#8203;/g, "")
    .replace(/\\([\\`*_{}[\]|~.)+=-])/g, "$1")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
}
