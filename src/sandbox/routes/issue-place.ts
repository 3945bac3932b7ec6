import type { RepositoryCall } from "../http/route.ts";
import { notFound, Refusal } from "../refusal.ts";
import type { Issue } from "../state/records.ts";
import { getSender } from "./sender.ts";

/** The issue or pull request of `issue_number`. @throws {Refusal} 404, or 410 where issues are off. */
export function findIssue({ repository, parameters }: RepositoryCall): Issue {
  const issue = repository.issues.get(Number(parameters.issue_number));
  if (issue?.pull === undefined) checkHasIssues(repository);
  if (issue === undefined) throw notFound();
  return issue;
}

/** The same with who changes it. */
export function findPlace(call: RepositoryCall) {
  const { sender, appId } = getSender(call);
  return { repository: call.repository, issue: findIssue(call), sender, appId };
}

/** @throws {Refusal} 410 if the repository has issues off. */
export function checkHasIssues({ hasIssues }: { readonly hasIssues: boolean }): void {
  if (!hasIssues) throw new Refusal(410, "Issues are disabled for this repo");
}
