import type { ObservedPull } from "../../src/core/model/observed-lane.ts";

/** An open pull request into main that names nothing and touches a readme; its head is `sha-<number>`. */
export function aPull(number: number, parts: Partial<ObservedPull> = {}): ObservedPull {
  return {
    number,
    headSha: `sha-${number}`,
    state: "open",
    mergedAt: parts.state === "merged" ? 5000 : undefined,
    baseBranch: "main",
    closes: [],
    files: ["README.md"],
    unlockedAt: undefined,
    ...parts,
  };
}
