const spaced =
  /(?:\b(?:no|not|never|without|non|ne|n[ãa]o|nunca|jamais|nicht|nie|niemals|kein\w*|neither|nor|avoid|ohne|sin|sans|senza|sem)\b|n['’]t)(?:\W+[\p{L}\p{N}_]+){0,3}\W*$/iu;
const unspaced = /(?:不|无需|無需|無須|并不|並不|没有|沒有|非)\s*$/u;

/**
 * Says whether the words right before a key word deny it: `not`, `never`, `n't`, `nicht`, `ne … pas`, `不`,
 * with up to three words between.
 *
 * @param before The text before the key word.
 */
export function isNegated(before: string): boolean {
  const near = before.slice(-60);
  return spaced.test(near) || unspaced.test(near);
}
