import { judgeAccess } from "../access/judge-access.ts";
import { Refusal } from "../refusal.ts";
import type { Repository } from "../state/records.ts";
import { queryError } from "./query-error.ts";
import type { Views } from "./views.ts";

/** Whether the caller may write as the REST operation of that id does. @throws a `GraphQLError` if not. */
export function requireWrite(views: Views, repository: Repository, operationId: string): void {
  const parameters = { owner: repository.owner.login, repo: repository.name };
  try {
    judgeAccess(views.world, views.actor, { operationId, isWrite: true, parameters });
  } catch (error) {
    if (error instanceof Refusal) throw queryError("FORBIDDEN", error.message);
    throw error;
  }
}
