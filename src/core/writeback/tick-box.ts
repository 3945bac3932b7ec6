const box = /^(\uFEFF?[\s>]*(?:[-*+]|\d+[.)]|#{1,6})[ \t]+(?:[*_~`]{1,3})?\[)([^\]\r\n])(\].*)$/s;

/** A line with the box that begins its item ticked or unticked; one without a box, or that says so already, as it is. */
export function tickBox(line: string, isDone: boolean): string {
  const [, before, mark, after] = box.exec(line) ?? [];
  if (before === undefined || mark === undefined || after === undefined) return line;
  const isTicked = /[xX✓✔]/u.test(mark);
  return isTicked === isDone ? line : `${before}${isDone ? "x" : " "}${after}`;
}
