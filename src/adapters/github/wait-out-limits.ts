import type { Octokit } from "@octokit/rest";
import type { Pace } from "../../flows/ports.ts";
import { isLimit } from "./is-limit.ts";
import { readQueryLimit } from "./read-query-limit.ts";
import { readRefusal } from "./read-refusal.ts";
import { readRetryAfter } from "./read-retry-after.ts";

/**
 * Lets an Octokit wait as long as GitHub asks for where a limit is reached, and then send the same
 * request again: what a limit refused was not carried out, so nothing is done twice. Where the pace
 * has no patience left the refusal goes on to the caller.
 *
 * Requests of `withoutWaiting` are left to their caller. No other fault is met by sending again: whether a write behind a 502 took effect only a look at GitHub tells.
 *
 * Source: https://docs.github.com/en/rest/using-the-rest-api/best-practices-for-using-the-rest-api
 */
export function waitOutLimits(octokit: Pick<Octokit, "hook">, pace: Pace): void {
  octokit.hook.wrap("request", async (request, options) => {
    if (options.request?.isSentOnce === true) return request(options);
    for (;;) {
      try {
        const answer = await request(options);
        const refusal = readQueryLimit(answer);
        if (refusal === undefined || !(await pace.afterRefusal(readRetryAfter(refusal)))) {
          return answer;
        }
      } catch (error) {
        const refusal = readRefusal(error);
        if (refusal === undefined || !isLimit(refusal)) throw error;
        if (!(await pace.afterRefusal(readRetryAfter(refusal)))) throw error;
      }
    }
  });
}
