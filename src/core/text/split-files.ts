const fence = /^\uFEFF?---file:[ \t]*([^\r\n]*?)[ \t]*\r?(?:\n|$)/gm;

/**
 * The files of a text that has a line `---file:NAME` before each, in their order, a name as often
 * as it stands there; empty if it has none. What stands before the first is left out, and so are
 * the code fences that some makers put around a file.
 */
export function splitFiles(text: string): readonly (readonly [name: string, text: string])[] {
  const marks = [...text.matchAll(fence)];
  return marks.map((mark, index) => {
    const body = text.slice(mark.index + mark[0].length, marks[index + 1]?.index);
    return [mark[1] ?? "", unwrap(body).replace(/^\\(?=\\*---file:)/gm, "")];
  });
}

function unwrap(body: string): string {
  const [, inner] = /^\s*```[^\n]*\n([\s\S]*\n)```\s*$/.exec(body) ?? [];
  return inner ?? body;
}
