import type { Refusal } from "./read-refusal.ts";

/** What GitHub asks for at least where it does not say how long. */
const leastWaitMs = 60_000;

/**
 * How long GitHub asks to be left alone by an answer about a rate limit, in milliseconds: as it
 * says in so many seconds, else until the limit is renewed by GitHub's own clock, else a minute.
 *
 * Source: https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api#exceeding-the-rate-limit
 */
export function readRetryAfter({ headers }: Pick<Refusal, "headers">): number {
  const seconds = Number(headers["retry-after"]);
  if (seconds > 0) return Math.ceil(seconds * 1000);
  const resetMs = Number(headers["x-ratelimit-reset"]) * 1000;
  const answeredAt = Date.parse(String(headers.date));
  const isUsedUp = String(headers["x-ratelimit-remaining"]) === "0";
  if (!isUsedUp || !(resetMs > answeredAt)) return leastWaitMs;
  return resetMs - answeredAt + 1000; // both are told in whole seconds
}
