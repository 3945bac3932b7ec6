/** How much a diagnostic weighs: an `error` makes a plan not ok. */
export type Severity = "error" | "warning" | "info";

/** A place in a file: 1-based line and column. */
export interface Place {
  readonly path: string;
  readonly line: number;
  readonly column: number;
  /** In a JSON file, the value's JSON Pointer (RFC 6901); empty for the whole file. */
  readonly pointer?: string;
}

/**
 * A fault in what the user wrote. Collected to the end and shown all at once, sorted by place.
 * Every code stands in docs/diagnostics.md with its cause and mend.
 */
export interface Diagnostic {
  /** `KS1xx` spec, `KS2xx` plan, `KS3xx` schedule, `KS4xx` config, `KS5xx` artifacts, `KS6xx` GitHub. */
  readonly code: string;
  readonly severity: Severity;
  /** What is wrong, with quoted values, then what to do. One line, no trailing full stop needed. */
  readonly message: string;
  readonly at: Place;
}
