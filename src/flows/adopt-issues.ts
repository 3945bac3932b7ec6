import type { RecognisedIssues } from "../core/model/issue.ts";
import type { Plan } from "../core/model/plan.ts";
import { type Matched, matchExisting } from "../core/sync/adopt/match-existing.ts";
import { parseMapping } from "../core/sync/adopt/parse-mapping.ts";
import type { IssueReader } from "./ports.ts";

/** That an apply may take over issues, and the file in which people name some. */
export interface AdoptOptions {
  readonly mappingFile: { readonly path: string; readonly text: string } | undefined;
}

/** What was recognised, the issues taken over among it. */
export interface Adopted extends Matched {
  readonly recognised: RecognisedIssues;
}

/**
 * Takes over open issues that are there already for tasks that have none, so that they are not doubled.
 * Where every open task has its issue nothing is read.
 *
 * @param trusted Logins whose issues count like a member's.
 * @throws {InputError} if the file names no issue.
 * @throws {GitHubError} if the open issues cannot be read whole.
 */
export async function adoptIssues(
  plan: Plan,
  recognised: RecognisedIssues,
  options: AdoptOptions | undefined,
  trusted: readonly string[],
  reader: IssueReader,
): Promise<Adopted> {
  const tasks = plan.tasks.filter(
    ({ id, state }) => state !== "done" && !recognised.issues.has(id),
  );
  const isNeeded = options !== undefined && tasks.length > 0;
  if (!isNeeded) return { recognised, adoptions: [], doubts: [] };
  const { mappingFile: file } = options;
  const mapping = file === undefined ? [] : parseMapping(file.text, file.path);
  const own = new Set([...recognised.issues.values()].map(({ nodeId }) => nodeId));
  const open = (await reader.listOpenIssues()).filter(({ nodeId }) => !own.has(nodeId));
  const matched = matchExisting({
    ...{ planId: plan.id, specPath: plan.specPath, tasks, open },
    ...{ trusted: new Set(trusted), mapping },
  });
  if (matched.adoptions.length === 0) return { recognised, ...matched };
  const seen = await reader.observe(matched.adoptions.map(({ issue }) => issue));
  const byNode = new Map(seen.issues.map((issue) => [issue.nodeId, issue]));
  const adoptions = matched.adoptions.filter(
    ({ issue }) => byNode.get(issue.nodeId)?.state === "open",
  );
  const issues = new Map(recognised.issues);
  for (const { taskId, issue } of adoptions) {
    const observed = byNode.get(issue.nodeId);
    if (observed) issues.set(taskId, observed);
  }
  return { recognised: { ...recognised, issues }, adoptions, doubts: matched.doubts };
}
