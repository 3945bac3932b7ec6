import type { Sandbox } from "../../sandbox/sandbox.ts";
import { gateName } from "./start-coordinator.ts";
import { repositoryName } from "./start-rehearsal.ts";

/** One task's issue as a person sees it. */
export interface ShopIssue {
  readonly number: number;
  readonly title: string;
  /** Without its prefix, such as `available`. */
  readonly state: string | undefined;
  readonly isOpen: boolean;
  /** Files that its text names. */
  readonly files: readonly string[];
}

/** The issues of the plan's tasks, by number. */
export function listTasks(sandbox: Sandbox): readonly ShopIssue[] {
  return sandbox
    .issues(repositoryName)
    .filter(({ body }) => body?.includes("<!-- keysteps:begin task "))
    .map(({ number, title, labels, state, body }) => ({
      number,
      title,
      state: [...labels].find(({ name }) => name.startsWith("state:"))?.name.slice("state:".length),
      isOpen: state === "open",
      files: listFiles(body ?? ""),
    }));
}

/** The newest run of the gate on a commit; `undefined` if there is none. */
export function readGate(
  sandbox: Sandbox,
  sha: string,
): { readonly isOpen: boolean; readonly title: string } | undefined {
  const runs = [...sandbox.repository(repositoryName).checkRuns.values()];
  const run = runs.findLast(({ headSha, name }) => headSha === sha && name === gateName);
  return run && { isOpen: run.conclusion === "success", title: run.title ?? "" };
}

function listFiles(body: string): readonly string[] {
  const section = /\*\*Files\*\*\n\n((?:- .*\n)+)/.exec(body)?.[1] ?? "";
  return [...section.matchAll(/^- `([^`*]+)`/gm)].map(([, path = ""]) => path);
}
