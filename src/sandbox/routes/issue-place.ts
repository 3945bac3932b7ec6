import type { RepositoryCall } from "../http/route.ts";
import { notFound, Refusal } from "../refusal.ts";
import type { Issue } from "../state/records.ts";
import type { World } from "../state/world.ts";
import { getSender } from "./sender.ts";

/**
 * The issue or pull request of `issue_number`.
 *
 * Source: https://docs.github.com/en/rest/issues/issues#get-an-issue
 * @throws {Refusal} 404; 410 where issues are off or that one was deleted; 301 where it lives in another repository.
 */
export function findIssue({ world, repository, parameters }: RepositoryCall): Issue {
  const number = Number(parameters.issue_number);
  const issue = repository.issues.get(number);
  refuseGone(world, repository.goneIssues.get(number));
  if (issue?.pull === undefined) checkHasIssues(repository);
  if (issue === undefined) throw notFound();
  return issue;
}

function refuseGone(world: World, gone: Issue | "deleted" | undefined): void {
  if (gone === undefined) return;
  if (gone === "deleted") throw new Refusal(410, "This issue was deleted");
  const place = world.issuesById.get(gone.id);
  if (place === undefined) throw new Refusal(410, "This issue was deleted");
  const { owner, name } = place.repository;
  const location = `${world.origin}/repos/${owner.login}/${name}/issues/${gone.number}`;
  throw new Refusal(301, "Moved Permanently", { headers: { location } });
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
