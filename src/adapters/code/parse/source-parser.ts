import type { CodeLanguage, SourceFacts, SourceFile } from "../../../core/model/codebase.ts";

/** Finds in a source file what plans need. */
export interface SourceParser {
  /** Languages that it reads. */
  readonly languages: readonly CodeLanguage[];
  /** What the file says; what cannot be parsed in it is passed over. */
  readonly parse: (file: SourceFile, text: string) => SourceFacts;
}
