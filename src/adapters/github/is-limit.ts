import type { Refusal } from "./read-refusal.ts";

/**
 * Whether GitHub refused only for now: primary and secondary limits come as 403 or 429, a burst of new
 * issues as 422. Such a request was not carried out.
 */
export function isLimit({ status, words, headers }: Refusal): boolean {
  if (status === 429) return true;
  if (status === 422) return /submitted too quickly/i.test(words);
  if (status !== 403) return false;
  return (
    String(headers["x-ratelimit-remaining"]) === "0" ||
    headers["retry-after"] !== undefined ||
    /rate limit|abuse detection/i.test(words)
  );
}
