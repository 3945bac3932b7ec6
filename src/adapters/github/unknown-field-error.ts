import { GitHubError } from "../../core/errors.ts";

/** This GitHub's GraphQL does not know a field that was asked for: an older GitHub Enterprise Server. */
export class UnknownFieldError extends GitHubError {
  constructor(message: string) {
    super("fix-input", 200, message);
  }
}
