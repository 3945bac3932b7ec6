import {
  ConflictError,
  InputError,
  InvariantError,
  KeystepsError,
  type Remedy,
} from "../../core/errors.ts";

/**
 * A fault of the database in the words of the product; an error of ours stays as it is.
 *
 * Two transactions in each other's way are a conflict, what the database refuses to understand is
 * a bug of ours, and everything else (no answer, failover, full disk) may pass by itself.
 * Source: https://www.postgresql.org/docs/15/errcodes-appendix.html
 *
 * @param attempt What was tried, such as `commit the decision for octo/shop`.
 */
export function toStoreError(attempt: string, error: unknown): KeystepsError {
  if (error instanceof KeystepsError) return error;
  const code = readString(error, "code");
  const said = [readString(error, "message"), readString(error, "detail"), code]
    .filter((part) => part !== "")
    .join(", ");
  const message = `Cannot ${attempt}: the database answered ${said || String(error)}`;
  const options = { cause: error };
  if (conflicts.has(code)) return new ConflictError(`${message}; read again, decide anew`, options);
  const remedy = remedies.find(([pattern]) => pattern.test(code))?.[1] ?? "try-later";
  if (remedy === "fix-input") return new InputError(`${message}; check DATABASE_URL`, options);
  if (remedy === "report-bug") return new InvariantError(message, options);
  return new KeystepsError(remedy, `${message}; ${mends[remedy]}`, options);
}

/** Unique violation, serialisation failure, deadlock. */
const conflicts: ReadonlySet<string> = new Set(["23505", "40001", "40P01"]);

const remedies: readonly (readonly [RegExp, Exclude<Remedy, "fix-codebase">])[] = [
  [/^(28...|3D000)$/, "fix-input"],
  [/^42501$/, "fix-access"],
  [/^(22|23|42)...$/, "report-bug"],
];

const mends: Readonly<Record<"fix-access" | "try-later", string>> = {
  "fix-access": "grant the role what it lacks",
  "try-later": "try again once it answers",
};

function readString(error: unknown, key: string): string {
  const value = typeof error === "object" && error !== null && Reflect.get(error, key);
  return typeof value === "string" ? value : "";
}
