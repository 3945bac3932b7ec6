import type { SpecDocument } from "../../src/core/model/spec.ts";
import { parseSpec } from "../../src/core/spec/parse-spec.ts";

/** What one file's text says. */
export function readSpec(text: string, path = "a.md"): SpecDocument {
  return parseSpec([{ path, text }], path);
}
