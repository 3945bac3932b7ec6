/** Takes off the byte order mark and ends each line with LF, as CR LF and CR end lines in Markdown too. */
export function unifyText(file: string): string {
  return file.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");
}
