/**
 * The first lines that fit into a number of characters, line ends counted, and a line that counts
 * the rest if any is left out. A line that is too long by itself is left out with those behind it.
 */
export function cutLines(lines: readonly string[], maxChars: number): readonly string[] {
  let length = 0;
  const rest = lines.findIndex((line) => {
    length += line.length + 1;
    return length > maxChars;
  });
  return rest < 0 ? lines : [...lines.slice(0, rest), `…and ${lines.length - rest} more`];
}
