import type { Secret } from "../../model/secret.ts";
import { secretFiller } from "./secret-filler.ts";

/** A text with each secret written over, character for character, so that all offsets, lines and columns stay. */
export function hideSecrets(text: string, secrets: readonly Secret[]): string {
  const parts: string[] = [];
  let done = 0;
  for (const { start, end } of secrets) {
    parts.push(text.slice(done, start), text.slice(start, end).replace(/[^\r\n]/g, secretFiller));
    done = end;
  }
  return parts.join("") + text.slice(done);
}
