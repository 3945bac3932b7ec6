/**
 * Several files in one text: before each a line `---file:NAME`. A line of a file that looks like
 * one gets a backslash before it. A file that does not end with a newline gets one.
 */
export function joinFiles(files: ReadonlyMap<string, string>): string {
  return [...files]
    .map(([name, text]) => {
      const escaped = text.replace(/^(?=\\*---file:)/gm, "\\");
      return `---file:${name}\n${escaped}${escaped.endsWith("\n") || escaped === "" ? "" : "\n"}`;
    })
    .join("");
}
