/** What it takes to make one text out of another. */
export interface LineDiff {
  readonly additions: number;
  readonly deletions: number;
  /** Unified hunks with three lines of context, as GitHub shows them; empty if the texts are equal. */
  readonly patch: string;
}

type Mark = " " | "+" | "-";

/** The difference between two texts, line by line. */
export function diffLines(before: string, after: string): LineDiff {
  const marks = markLines(splitLines(before), splitLines(after));
  return {
    additions: marks.filter(([mark]) => mark === "+").length,
    deletions: marks.filter(([mark]) => mark === "-").length,
    patch: renderHunks(marks),
  };
}

function splitLines(text: string): string[] {
  if (text === "") return [];
  return text.replace(/\n$/, "").split("\n");
}

/** Common start and end stay; the middle is matched by its longest common subsequence, or replaced if it is huge. */
function markLines(a: readonly string[], b: readonly string[]): [Mark, string][] {
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let end = 0;
  while (
    end < a.length - start &&
    end < b.length - start &&
    a[a.length - 1 - end] === b[b.length - 1 - end]
  ) {
    end++;
  }
  const keep = (line: string): [Mark, string] => [" ", line];
  const middle = matchMiddle(a.slice(start, a.length - end), b.slice(start, b.length - end));
  return [...a.slice(0, start).map(keep), ...middle, ...a.slice(a.length - end).map(keep)];
}

function matchMiddle(a: readonly string[], b: readonly string[]): [Mark, string][] {
  const remove = (line: string): [Mark, string] => ["-", line];
  const add = (line: string): [Mark, string] => ["+", line];
  if (a.length * b.length > 4_000_000) return [...a.map(remove), ...b.map(add)];
  const width = b.length + 1;
  const common = new Uint32Array((a.length + 1) * width);
  const at = (i: number, j: number) => common[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      const matched = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
      common[i * width + j] = matched;
    }
  }
  const marks: [Mark, string][] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    const [left, right] = [a[i], b[j]];
    if (left !== undefined && left === right) {
      marks.push([" ", left]);
      i++;
      j++;
    } else if (left !== undefined && (right === undefined || at(i + 1, j) >= at(i, j + 1))) {
      marks.push(remove(left));
      i++;
    } else if (right !== undefined) {
      marks.push(add(right));
      j++;
    }
  }
  return marks;
}

const CONTEXT_LINES = 3;

function renderHunks(marks: readonly [Mark, string][]): string {
  const isShown = marks.map((_, index) =>
    marks
      .slice(Math.max(0, index - CONTEXT_LINES), index + CONTEXT_LINES + 1)
      .some(([mark]) => mark !== " "),
  );
  const lines: string[] = [];
  let [oldLine, newLine] = [1, 1];
  for (const [index, [mark, line]] of marks.entries()) {
    if (isShown[index] && !isShown[index - 1]) {
      const length = isShown.indexOf(false, index) - index;
      const hunk = marks.slice(index, length < 0 ? undefined : index + length);
      const count = (other: Mark) => hunk.filter(([one]) => one !== other).length;
      const [olds, news] = [count("+"), count("-")];
      const from = (line: number, many: number) => `${many === 0 ? line - 1 : line},${many}`;
      lines.push(`@@ -${from(oldLine, olds)} +${from(newLine, news)} @@`);
    }
    if (isShown[index]) lines.push(`${mark}${line}`);
    if (mark !== "+") oldLine++;
    if (mark !== "-") newLine++;
  }
  return lines.join("\n");
}
