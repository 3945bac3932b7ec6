/** Name of the file in the folder of all plans that says up to which commit specs were applied. */
export const appliedFile = "applied.json";

/** The text of that file. */
export function renderApplied(commit: string): string {
  return `${JSON.stringify({ version: 1, commit }, undefined, 2)}\n`;
}

/** The commit in that text; `undefined` where there is none to be read, and a run begins at its push. */
export function parseApplied(text: string | undefined): string | undefined {
  return /"commit": "([0-9a-f]{40}|[0-9a-f]{64})"/.exec(text ?? "")?.[1];
}
