import { getUser } from "../access/actor.ts";
import { setDraft } from "../state/change-pull.ts";
import { findPullNode } from "./find-node.ts";
import { requireWrite } from "./require-write.ts";
import type { Views } from "./views.ts";

/** What both mutations about drafts take. */
export interface DraftInput {
  readonly pullRequestId: string;
  readonly clientMutationId?: string | null;
}

/** Makes a pull request a draft, or ready for review. */
export function turnDraft(views: Views, input: DraftInput, isDraft: boolean) {
  const { issue, repository } = findPullNode(views, input.pullRequestId);
  requireWrite(views, repository, "pulls/update");
  setDraft(views.world, { repository, issue, sender: getUser(views.actor) }, isDraft);
  return {
    clientMutationId: input.clientMutationId ?? null,
    pullRequest: views.pull(repository, issue),
  };
}
