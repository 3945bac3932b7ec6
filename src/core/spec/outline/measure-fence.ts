const opening = / {0,3}(?:(`{3,})[^`\n]*|(~{3,})[^\n]*)(?:\n|$)/y;

/**
 * Length of the fenced code that begins on the line at `at`, with the end of its last line; 0 where
 * none begins. What is never closed goes on to the end of the text.
 */
export function measureFence(text: string, at: number): number {
  opening.lastIndex = at;
  const [first, ticks, tildes] = opening.exec(text) ?? [];
  const marks = ticks ?? tildes;
  if (first === undefined || marks === undefined) return 0;
  const closing = new RegExp(`^ {0,3}${marks.charAt(0)}{${marks.length},}[ \\t]*(?:\\n|$)`, "gm");
  closing.lastIndex = at + first.length;
  return closing.exec(text) === null ? text.length - at : closing.lastIndex - at;
}
