/** Says whether the language of a fence draws graphs: Mermaid, or DOT under any of its names. */
export function isGraphLanguage(language: string): boolean {
  return /^(?:mermaid|dot|graphviz|gv)$/i.test(language);
}
