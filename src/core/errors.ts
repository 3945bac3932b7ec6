/** What the person who meets an error can do about it. */
export type Remedy = "fix-input" | "fix-codebase" | "fix-access" | "try-later" | "report-bug";

/**
 * The run cannot go on. A fault in what the user wrote is a `Diagnostic`, not an error.
 *
 * The message says what was attempted, quotes the values, gives the current and
 * the wanted state, then the mend.
 */
export class KeystepsError extends Error {
  readonly remedy: Remedy;

  constructor(remedy: Remedy, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
    this.remedy = remedy;
  }
}

/** Arguments, files or settings that the user can put right. */
export class InputError extends KeystepsError {
  constructor(message: string, options?: ErrorOptions) {
    super("fix-input", message, options);
  }
}

/** The code that a plan is to fit into cannot be looked at, or there is too much of it. */
export class CodebaseError extends KeystepsError {
  constructor(message: string, options?: ErrorOptions) {
    super("fix-codebase", message, options);
  }
}

/** GitHub refused or failed a request; `status` is its HTTP status, 0 if no answer came. */
export class GitHubError extends KeystepsError {
  readonly status: number;
  /** How long GitHub asks to be left alone, in milliseconds; `undefined` if it does not ask. */
  readonly retryAfterMs: number | undefined;

  constructor(
    remedy: Remedy,
    status: number,
    message: string,
    options?: ErrorOptions & { readonly retryAfterMs?: number | undefined },
  ) {
    super(remedy, message, options);
    this.status = status;
    this.retryAfterMs = options?.retryAfterMs;
  }
}

/** Something that earlier steps rule out has happened: a bug of ours. */
export class InvariantError extends KeystepsError {
  constructor(message: string, options?: ErrorOptions) {
    super("report-bug", message, options);
  }
}

/** The lane was claimed by somebody else meanwhile: whoever meets this stops, having changed nothing. */
export class FencedError extends KeystepsError {
  constructor(message: string, options?: ErrorOptions) {
    super("try-later", message, options);
  }
}

/** Two decisions wanted the same thing and the other came first: read again and decide anew. */
export class ConflictError extends KeystepsError {
  constructor(message: string, options?: ErrorOptions) {
    super("try-later", message, options);
  }
}
