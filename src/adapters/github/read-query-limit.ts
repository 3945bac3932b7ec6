import type { Refusal } from "./read-refusal.ts";

interface QueryAnswer {
  readonly status: number;
  readonly headers: Refusal["headers"];
  readonly data: unknown;
}

/**
 * The refusal in an answer of GraphQL, which tells of limits in a 200; `undefined` if it is none, or
 * part of the data came all the same.
 *
 * Source: https://docs.github.com/en/graphql/overview/rate-limits-and-query-limits-for-the-graphql-api
 */
export function readQueryLimit({ status, headers, data }: QueryAnswer): Refusal | undefined {
  if (typeof data !== "object" || data === null || !("errors" in data)) return undefined;
  const faults = Array.isArray(data.errors) ? data.errors : [];
  const limit = faults.find(
    ({ type, message }) =>
      type === "RATE_LIMITED" ||
      /secondary rate limit|was submitted too quickly/i.test(String(message)),
  );
  if (limit === undefined || hasData(data)) return undefined;
  return { status, headers, words: String(limit.message) };
}

function hasData(answer: object): boolean {
  const values = "data" in answer ? Object.values(answer.data ?? {}) : [];
  return values.some((value) => value !== null);
}
