/** Markdown that GitHub shows folded, under a title that is Markdown-free. */
export function renderFold(title: string, text: string): string {
  return `<details><summary>${title}</summary>\n\n${text}\n\n</details>`;
}
