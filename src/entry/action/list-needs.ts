import type { ActionMode } from "./route-event.ts";

type Needs = Readonly<Record<string, "read" | "write">>;

const needsOf: Readonly<Record<ActionMode["kind"], Needs>> = {
  propose: { contents: "read", issues: "read", pull_requests: "write" },
  apply: { contents: "write", issues: "write" },
  "write-back": { contents: "read", issues: "read" },
  skip: {},
};

/**
 * The permissions that a run takes in any case, by GitHub's names; what only some settings take, such as
 * a pull request that writes back, is left to the request that needs it.
 */
export function listNeeds(mode: ActionMode, isDryRun: boolean): Needs {
  const needs = needsOf[mode.kind];
  const isDry = isDryRun || (mode.kind === "apply" && mode.isDry);
  if (!isDry) return needs;
  return Object.fromEntries(Object.keys(needs).map((name) => [name, "read"]));
}
