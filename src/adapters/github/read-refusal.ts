/** What GitHub answered, as read from an error of Octokit. */
export interface Refusal {
  /** HTTP status; 0 if no answer came. */
  readonly status: number;
  /** GitHub's own words on one line, at most 300 characters. */
  readonly words: string;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string | number | undefined>>;
}

interface HttpError {
  readonly status: number;
  readonly message?: string;
  readonly response?: { readonly headers: Refusal["headers"]; readonly data: unknown };
}

const longestWords = 300;

/**
 * Reads an error that Octokit threw; `undefined` if it is none of HTTP.
 *
 * Octokit gives a broken line the status 500 and no response: that becomes 0.
 * Errors are told apart by shape, because every Octokit brings its own class.
 */
export function readRefusal(error: unknown): Refusal | undefined {
  if (!isHttpError(error)) return undefined;
  const { status, response, message = "" } = error;
  if (response === undefined) return { status: 0, words: toOneLine(message), headers: {} };
  return { status, words: toOneLine(quoteAnswer(response.data)), headers: response.headers };
}

function isHttpError(error: unknown): error is HttpError {
  return (
    typeof error === "object" &&
    error !== null &&
    "status" in error &&
    typeof error.status === "number"
  );
}

/** GitHub's `message`, and those of its `errors` behind it. */
function quoteAnswer(data: unknown): string {
  if (typeof data !== "object" || data === null || !("message" in data)) return "";
  const errors = "errors" in data && Array.isArray(data.errors) ? data.errors : [];
  return [data.message, ...errors.map(quoteFieldError)].filter(Boolean).join(": ");
}

function quoteFieldError(error: unknown): string {
  if (typeof error !== "object" || error === null) return String(error);
  if ("message" in error && typeof error.message === "string") return error.message;
  return Object.values(error).join(" ");
}

function toOneLine(words: string): string {
  return words.replace(/\s+/g, " ").trim().slice(0, longestWords);
}
