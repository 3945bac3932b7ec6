import type { Diagnostic } from "../model/diagnostic.ts";
import type { SecretiveText } from "../model/secret.ts";
import type { SpecDocument } from "../model/spec.ts";
import { indexLines } from "../text/index-lines.ts";
import { parseSpec } from "./parse-spec.ts";
import { hideSecrets } from "./secrets/hide-secrets.ts";
import { markSecrets } from "./secrets/mark-secrets.ts";

/**
 * Reads a spec as `parseSpec` does, except that its secrets never come in: `[REDACTED]` stands for
 * each wherever the document has the text around it, and each is a finding (KS130). Offsets, lines
 * and columns are those of the files.
 *
 * @param path Repository-relative path of the file or folder.
 */
export function readSpec(files: readonly SecretiveText[], path: string): SpecDocument {
  if (files.every(({ secrets }) => secrets.length === 0)) return parseSpec(files, path);
  const hidden = files.map((file) => ({
    path: file.path,
    text: hideSecrets(file.text, file.secrets),
  }));
  const document = markSecrets(parseSpec(hidden, path));
  return { ...document, diagnostics: [...document.diagnostics, ...files.flatMap(findFaults)] };
}

function findFaults({ path, text, secrets }: SecretiveText): readonly Diagnostic[] {
  const findPlace = indexLines(text);
  return secrets.map(({ start, kind }) => ({
    code: "KS130",
    severity: "warning",
    message: `A secret stands here (${kind}): revoke it where it was issued, since the history of the repository keeps it, and take it out; in plan and issues [REDACTED] stands for it`,
    at: { path, ...findPlace(start) },
  }));
}
