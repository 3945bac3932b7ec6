import type { Requester } from "./requester.ts";

/**
 * Sends requests that `waitOutLimits` does not send again: after a wait what they write may be out of date, or
 * another run may have written it, so the caller waits and looks first.
 */
export function withoutWaiting(octokit: Requester): Requester {
  return { request: octokit.request.defaults({ request: { isSentOnce: true } }) };
}
