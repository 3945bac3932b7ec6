/**
 * The different words of a text in lower case: runs of letters and digits. In
 * scripts that put no blanks between words each character counts as one.
 */
export function splitWords(text: string): ReadonlySet<string> {
  const words =
    text
      .normalize("NFKC")
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return new Set(words.flatMap((word) => (unspaced.test(word) ? [...word] : [word])));
}

const unspaced = /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Thai}/u;
