import type { Secret } from "../../core/model/secret.ts";

/** A way in which texts give a secret away: what leads to it, and which of the words there are one. */
interface SecretPattern {
  readonly kind: string;
  /** Groups: 1 what leads to the word, 2 the word. Each repetition has a bound, so that hostile text costs no time. */
  readonly find: RegExp;
  readonly isSecret: (word: string, lead: string) => boolean;
}

const patterns: readonly SecretPattern[] = [
  {
    kind: "password",
    find: /((?:password|passwd|\bpwd|passphrase|secret|token|(?:api|access|account|secret|private|auth|client|signing|encryption)[_-]?key)["'`*_]{0,3}[ \t]{0,3}(?::=|=>|[:=])[*`]{0,3}[ \t]{0,3}["'`*]{0,3})([^\s"'`,;|*]{6,128})/gi,
    isSecret: isPassword,
  },
  {
    kind: "bearer",
    find: /(\bBearer[ \t]{1,3})([\w.~+/-]{16,4096}={0,2})/g,
    isSecret: isMixed,
  },
  {
    kind: "basicauth",
    find: /(\bAuthorization["'`]?:[ \t]{0,3}["'`]?Basic[ \t]{1,3})([\w+/]{8,512}={0,2})/gi,
    isSecret: () => true,
  },
  {
    kind: "jwt",
    find: /(\b)(eyJ[\w-]{10,2048}\.eyJ[\w-]{10,4096}\.[\w-]{10,1024})/g,
    isSecret: () => true,
  },
  {
    kind: "basicauth",
    find: /(\b[a-z][a-z\d+.-]{1,20}:\/\/[^\s:@/"'`]{0,64}:)([^\s:@/"'`]{4,128})(?=@[\w[])/gi,
    isSecret: (word) => !commonWord.test(word),
  },
];

const placeholder =
  /example|change-?_?me|replace-?_?me|placeholder|dummy|sample|redacted|your[_-]|^test|x{3,}|\*{3,}|\.{3}|…|\$\{|\$[A-Z_]|%\w+%|[<>{}[\]()]|^(?:https?|arn|op|vault|ssm|file|env):|^process\.env/i;
/** Words that stand for a secret, or are one that nobody keeps: `postgres://postgres:postgres@localhost`. */
const commonWord =
  /^(?:my[_-]?|the[_-]?|some[_-]?)?(?:password|passwd|passphrase|pass|secret|secret-?key|token|api-?key|key|value|string|text|none|null|undefined|true|false|required|optional|random|generated|hidden|encrypted|hashed|default|local|localhost|development|dev|prod|production|staging|admin|root|user|username|guest|postgres|postgresql|mysql|mongo|mongodb|redis|rabbitmq|docker)\d{0,3}$/i;
/** A name of something and not its value: `access_token_v2`, `auth.token1`. */
const name = /^[a-z]+(?:[_.:/-][a-z]+\d?)+$/i;
/** `YOUR_KEY_1`. */
const constant = /^[A-Z][A-Z\d]*(?:_[A-Z\d]+)+$/;
/** A variable of the code: `authToken`, `privateKeyPkcs8`. */
const variable = /^[a-z]+(?:[A-Z][a-z]*)*(?:Token|Key|Secret|Password)(?:[A-Z][a-z]*)?\d?$/;
/** What specs say of passwords and tokens: a length, an age, a method, the ID of a requirement, a file. */
const remark =
  /^\d+[-+]?[a-z]*\b|^[A-Z]{1,5}-?\d+(?:[.-]\w+)*$|^(?:argon2|bcrypt|scrypt|pbkdf2|sha-?\d|md5|aes-?\d|rsa-?\d|hs\d|rs\d|es\d|oauth-?2|uuid|base64|utf-?8|ed25519|hmac)|v\d+$|^[~./]|\.\w{1,4}$/i;
/** A line of an environment file: `DB_PASSWORD=`. */
const environment = /[A-Z]=["'`]?$/;

/**
 * Secrets that a text gives away by what stands before them, which no rule on known kinds finds:
 * passwords and keys set to a word (`DB_PASSWORD=…`, `password: …`), bearer tokens, and passwords in
 * addresses. After a name, a word counts if it mixes letters and digits; in a line of an environment
 * file any word does. Placeholders, names and remarks (`password: bcrypt-12`) do not.
 */
export function findAssignedSecrets(text: string): readonly Secret[] {
  return patterns.flatMap(({ kind, find, isSecret }) =>
    Array.from(text.matchAll(find)).flatMap(({ 1: lead = "", 2: found = "", index }) => {
      const word = found.replace(/[.:!?)]+$/, "");
      if (placeholder.test(found) || !isSecret(word, lead)) return [];
      const start = index + lead.length;
      return [{ start, end: start + word.length, kind }];
    }),
  );
}

function isPassword(word: string, lead: string): boolean {
  if ([commonWord, name, constant, variable].some((known) => known.test(word))) return false;
  if (environment.test(lead)) return /[a-z]/.test(word) || isMixed(word);
  return isMixed(word) && (/["']$/.test(lead) || !remark.test(word));
}

function isMixed(word: string): boolean {
  return /[a-z]/i.test(word) && /\d/.test(word);
}
