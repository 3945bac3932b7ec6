/** Where in a spec something is said. Secrets in the quote are replaced by `[REDACTED]`. */
export interface Evidence {
  /** The file that says it; one of `SpecDocument.files`. */
  readonly path: string;
  readonly quote: string;
  /** The nearest heading with its level, such as `H2: Authentication`; empty before the first heading. */
  readonly section: string;
  /** First and last line, 1-based. */
  readonly startLine: number;
  readonly endLine: number;
  /** Half-open range of UTF-16 offsets into the file. */
  readonly loc: { readonly start: number; readonly end: number };
  /** 1 = said outright, below that inferred; in (0, 1]. */
  readonly confidence: number;
}
