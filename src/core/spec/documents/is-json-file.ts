/** Says whether a file is read as JSON and not as Markdown. */
export function isJsonFile({
  path,
  text,
}: {
  readonly path: string;
  readonly text: string;
}): boolean {
  return /\.json$/i.test(path) || /^\s*\{\s*"/.test(text);
}
