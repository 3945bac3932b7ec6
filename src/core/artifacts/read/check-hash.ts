import type { Generated } from "../../model/artifact/generated.ts";
import { canonicalJson } from "../../text/canonical-json.ts";
import type { ArtifactFault } from "./artifact-set.ts";

/** KS504 if a file's `contentHash` is not that of its content: it was edited by hand, or cut off. */
export function checkHash(
  file: string,
  raw: unknown,
  generated: Generated | undefined,
  hash: (text: string) => string,
): readonly ArtifactFault[] {
  if (generated === undefined || typeof raw !== "object" || raw === null) return [];
  const actual = hash(canonicalJson({ ...raw, generated: undefined }));
  if (actual === generated.contentHash) return [];
  const message = `${file} says its content has hash ${generated.contentHash}, but it has ${actual}; undo the edit, or run 'tasks plan' again`;
  return [{ code: "KS504", severity: "error", file, keys: ["generated", "contentHash"], message }];
}
