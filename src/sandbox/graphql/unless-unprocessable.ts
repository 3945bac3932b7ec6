import { Refusal } from "../refusal.ts";
import { queryError } from "./query-error.ts";

/** Does what REST does too. @throws a `GraphQLError` of type UNPROCESSABLE for what REST refuses. */
export function unlessUnprocessable<T>(change: () => T): T {
  try {
    return change();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const [field] = error.errors;
    const words = field?.message ?? error.message;
    throw queryError("UNPROCESSABLE", words.replace(/^Validation failed: /, ""));
  }
}
