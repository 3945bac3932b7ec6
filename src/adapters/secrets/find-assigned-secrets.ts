import type { Secret } from "../../core/model/secret.ts";

/** A name that speaks of a secret, and a quoted word of 8 to 128 characters that it is set to. */
const assigned =
  /(?:password|passwd|passphrase|secret|token|api[_-]?key)["']?\s{0,3}(?::=|=>|[:=])\s{0,3}(["'])([^\s"'`]{8,128})\1/gi;
const placeholder =
  /example|change-?me|placeholder|dummy|sample|redacted|your[_-]|^test|x{3,}|\*{3,}|\.{3}|[<>${}[\]()]|^https?:|^process\.env/i;
/** A name of something and not its value: `access_token_v2`, `auth.token1`. */
const name = /^[a-z]+(?:[_.:/-][a-z]+\d?)+$/i;

/**
 * Passwords and the like that a text sets to a quoted word (`password = "…"`), which no rule on known
 * kinds of secrets finds. Only words with letters and digits count; placeholders and names do not.
 */
export function findAssignedSecrets(text: string): readonly Secret[] {
  return Array.from(text.matchAll(assigned)).flatMap(({ 0: whole, 2: value = "", index }) => {
    const isValue = /[a-z]/i.test(value) && /\d/.test(value);
    if (!isValue || placeholder.test(value) || name.test(value)) return [];
    const end = index + whole.length - 1;
    return [{ start: end - value.length, end, kind: "password" }];
  });
}
