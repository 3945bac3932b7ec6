import type { Octokit } from "@octokit/rest";

/**
 * The time by GitHub's clock, epoch milliseconds: what its last answer bore as its date, and what has passed
 * since. Up to the first answer it is the time of this machine. It is never ahead of GitHub's by more than
 * clocks differ in speed.
 *
 * @param now The time of this machine, which goes on while the machine sleeps.
 */
export function githubClock(octokit: Pick<Octokit, "hook">, now: () => number): () => number {
  let lagMs = 0;
  octokit.hook.after("request", ({ headers }) => {
    const answeredAt = Date.parse(String(headers.date));
    if (!Number.isNaN(answeredAt)) lagMs = answeredAt - now();
  });
  return () => now() + lagMs;
}
