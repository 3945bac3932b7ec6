const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/**
 * A text that HTML shows as written and never takes for markup, in an element or in a quoted attribute.
 * Control characters and direction overrides go.
 */
export function escapeHtml(text: string): string {
  return text
    .replace(/[\u202a-\u202e\u2066-\u2069]|(?![\t\n\r])[\u0000-\u001f\u007f]/g, "")
    .replace(/[&<>"']/g, (mark) => entities[mark] ?? "");
}
