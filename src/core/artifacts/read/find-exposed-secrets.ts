import type { Diagnostic } from "../../model/diagnostic.ts";
import type { Secret } from "../../model/secret.ts";
import { indexLines } from "../../text/index-lines.ts";

/** KS510 for each secret in a plan's files: what one makes of a spec must not spread them. */
export function findExposedSecrets(
  files: ReadonlyMap<string, string>,
  secrets: ReadonlyMap<string, readonly Secret[]>,
): readonly Diagnostic[] {
  return [...secrets].flatMap(([path, found]) => {
    const findPlace = indexLines(files.get(path) ?? "");
    return found.map(({ start, kind }) => ({
      code: "KS510",
      severity: "error",
      message: `${path} holds a secret (${kind}): revoke it where it was issued, and write [REDACTED] in its place`,
      at: { path, ...findPlace(start) },
    }));
  });
}
