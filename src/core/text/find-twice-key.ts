/** A key that one object of a JSON text has twice. */
export interface TwiceKey {
  readonly key: string;
  /** Where it stands the second time; from 1. */
  readonly line: number;
}

const token = /"(?:[^"\\]|\\.)*"|[{}[\]:]|\n/g;

/**
 * The first key that stands twice in one object of a valid JSON text; `undefined` where none does.
 * Parsing keeps the last of them and says nothing.
 */
export function findTwiceKey(text: string): TwiceKey | undefined {
  const open: (Set<string> | undefined)[] = [];
  let line = 1;
  let last: { readonly text: string; readonly line: number } | undefined;
  for (const [piece] of text.matchAll(token)) {
    if (piece === "\n") line++;
    else if (piece === "{") open.push(new Set());
    else if (piece === "[") open.push(undefined);
    else if (piece === "}" || piece === "]") open.pop();
    else if (piece !== ":") last = { text: piece, line };
    else if (last !== undefined) {
      const key = JSON.parse(last.text) as string;
      const keys = open.at(-1);
      if (keys?.has(key)) return { key, line: last.line };
      keys?.add(key);
    }
  }
  return undefined;
}
