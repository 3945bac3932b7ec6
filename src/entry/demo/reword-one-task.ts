/** A spec with the first open task that has an ID reworded; `undefined` if none is found. */
export function rewordOneTask(
  text: string,
): { readonly text: string; readonly line: number } | undefined {
  const lines = text.split("\n");
  const index = lines.findIndex((line) => /^\s*[-*+] \[ \] .*\d/.test(line));
  const line = lines[index];
  if (line === undefined) return undefined;
  lines[index] = `${line.trimEnd()}, in small steps`;
  return { text: lines.join("\n"), line: index + 1 };
}
