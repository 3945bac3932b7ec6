/** Lines under a line that opens them; GitHub and most readers of Markdown know it. The summary must be escaped already. */
export function fold(summary: string, lines: readonly string[]): readonly string[] {
  return ["<details>", `<summary>${summary}</summary>`, "", ...lines, "", "</details>"];
}
