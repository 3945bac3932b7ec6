import type { Diagnostic } from "../model/diagnostic.ts";
import type { SpecDocument, SpecText } from "../model/spec.ts";
import { readTitle } from "./outline/read-title.ts";

/** A document of which nothing could be read, and why. */
export function emptyDocument(
  files: readonly SpecText[],
  path: string,
  diagnostics: readonly Diagnostic[],
): SpecDocument {
  return {
    path,
    title: readTitle({ headings: [], blocks: [] }, path),
    dialect: "unknown",
    groups: [],
    tasks: [],
    statements: [],
    temporal: [],
    files: files.map((file) => file.path),
    fields: [],
    requirements: [],
    parts: [],
    risks: [],
    team: [],
    diagnostics,
  };
}
