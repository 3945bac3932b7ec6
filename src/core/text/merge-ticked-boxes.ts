const boxLine = /^(\s*[-*+] )\[([ xX])\] (.*)$/;

/**
 * Gives `text` the ticks that people set in `old`: a box of `text` is ticked if `old` holds a ticked
 * box with the same words. Boxes that `old` has and `text` does not are gone.
 */
export function mergeTickedBoxes(text: string, old: string): string {
  const ticked = new Set<string>();
  for (const line of old.split("\n")) {
    const box = boxLine.exec(line);
    if (box && box[2] !== " ") ticked.add((box[3] ?? "").trim());
  }
  if (ticked.size === 0) return text;
  return text
    .split("\n")
    .map((line) => {
      const box = boxLine.exec(line);
      return box && ticked.has((box[3] ?? "").trim()) ? `${box[1]}[x] ${box[3]}` : line;
    })
    .join("\n");
}
