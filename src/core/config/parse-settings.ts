import { type Document, LineCounter, parseDocument } from "yaml";

/** A settings file as YAML, with what is needed to tell where a key stands. */
export interface SettingsDocument {
  readonly document: Document.Parsed;
  readonly lines: LineCounter;
}

/** Reads a settings file's YAML. Faults stand in the document. */
export function parseSettings(text: string): SettingsDocument {
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    logLevel: "error",
    // A task ID such as 2.10 must stay as written, so decimals are read as text.
    customTags: (tags) =>
      tags.filter((tag) => typeof tag === "string" || !tag.tag.endsWith(":float")),
  });
  return { document, lines };
}
