/** A text as one word of a shell, whatever it holds; in bash, zsh and fish. */
export function quoteWord(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
