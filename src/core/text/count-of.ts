/** A number with its noun, such as `1 task` or `3 tasks`. The plural is the noun with an `s` unless given. */
export function countOf(count: number, noun: string, plural = `${noun}s`): string {
  return `${count} ${count === 1 ? noun : plural}`;
}
