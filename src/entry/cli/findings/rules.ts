declare const KEYSTEPS_RULES: string | undefined;

/** What docs/diagnostics.md says of a code. */
export interface Rule {
  readonly what: string;
  readonly cause: string;
  readonly mend: string;
  /** Of its table on the page. */
  readonly anchor: string;
}

/** The rules by code, put in by the build from docs/diagnostics.md; none where the source runs unbuilt. */
export const rules: Readonly<Record<string, Rule>> =
  typeof KEYSTEPS_RULES === "undefined" ? {} : JSON.parse(KEYSTEPS_RULES);
