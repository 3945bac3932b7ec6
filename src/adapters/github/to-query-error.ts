import { GitHubError, type Remedy } from "../../core/errors.ts";
import type { Attempt } from "./ask-github.ts";
import { judgeInvalid } from "./judge-invalid.ts";
import { UnknownFieldError } from "./unknown-field-error.ts";

/** One fault in an answer of GraphQL. */
export interface QueryFault {
  /** Such as `NOT_FOUND`; missing for faults of GitHub's own and for queries it does not understand. */
  readonly type?: string;
  /** Where in the data it leaves a `null`. */
  readonly path?: readonly (string | number)[];
  readonly message?: string;
  readonly extensions?: { readonly code?: string };
}

/** In this order: a limit that is reached may be why the rest went wrong. */
const remedies: readonly (readonly [string, Remedy])[] = [
  ["RATE_LIMITED", "try-later"],
  ["FORBIDDEN", "fix-access"],
  ["INSUFFICIENT_SCOPES", "fix-access"],
  ["NOT_FOUND", "fix-access"],
];

/** What GitHub calls a field and an argument that it does not know. */
const unknownCodes = ["undefinedField", "argumentNotAccepted"];

/**
 * The error of a query that GitHub answered with faults, sorted by what can be done. A fault that
 * is of no known kind passes by itself, as GitHub's timeouts do; a field that is not known does not.
 *
 * @param faults At least one.
 * @param retryAfterMs How long GitHub asks to be left alone, where a limit is reached.
 */
export function toQueryError(
  { what, needs }: Attempt,
  faults: readonly QueryFault[],
  retryAfterMs?: number,
): GitHubError {
  const [type, remedy] = remedies.find(([kind]) => faults.some((fault) => fault.type === kind)) ?? [
    undefined,
    undefined,
  ];
  const fault = faults.find((one) => type !== undefined && one.type === type) ?? faults[0];
  const words = toOneLine(fault?.message ?? "");
  const said = `Cannot ${what}: GitHub answered 200 with a fault (${type ?? "no type"}: ${words})`;
  const tooOld = faults.find(({ extensions }) => unknownCodes.includes(extensions?.code ?? ""));
  if (tooOld !== undefined) {
    const mend = "this GitHub is too old for Keysteps: it must know issue dependencies";
    return new UnknownFieldError(`${said}; ${mend}`);
  }
  const refused = faults.find((one) => one.type === "UNPROCESSABLE");
  if (type === undefined && retryAfterMs === undefined && refused !== undefined)
    return toInvalid(what, refused);
  const message = `${said}; ${describeMend(remedy, needs)}`;
  return new GitHubError(remedy ?? "try-later", 200, message, { retryAfterMs });
}

/** What REST answers 422: the input is at fault, and sending it again does not help. */
function toInvalid(what: string, { message = "" }: QueryFault): GitHubError {
  const words = toOneLine(message);
  const { remedy, mend } = judgeInvalid(words);
  return new GitHubError(remedy, 422, `Cannot ${what}: GitHub answered 422 (${words}); ${mend}`);
}

function toOneLine(message: string): string {
  return message.replace(/\s+/g, " ").trim().slice(0, 300);
}

function describeMend(remedy: Remedy | undefined, needs: string): string {
  return remedy === "fix-access" ? `check that it exists, and grant "${needs}"` : "run it again";
}
