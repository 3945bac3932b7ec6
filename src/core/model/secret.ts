import type { SpecText } from "./spec.ts";

/** A password, key or token that stands in a text. */
export interface Secret {
  /** Half-open range of UTF-16 offsets into the text. */
  readonly start: number;
  readonly end: number;
  /** What it opens, in a word, such as `github`. */
  readonly kind: string;
}

/** A file of a spec with the secrets in it. */
export interface SecretiveText extends SpecText {
  /** In order, none over another. */
  readonly secrets: readonly Secret[];
}
