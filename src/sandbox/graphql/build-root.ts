import { getUser } from "../access/actor.ts";
import { canSee } from "./can-see.ts";
import { addChild, type FamilyInput, removeChild } from "./change-family.ts";
import {
  addProjectItem,
  createProject,
  createProjectField,
  setProjectValue,
} from "./change-project.ts";
import { createCommitOnBranch } from "./create-commit-on-branch.ts";
import { createIssue } from "./create-issue.ts";
import { findNode } from "./find-node.ts";
import { addBlockedBy, removeBlockedBy } from "./link-issues.ts";
import { moveIssue, pinIssue, removeIssue } from "./move-issue.ts";
import { queryError } from "./query-error.ts";
import { type DraftInput, turnDraft } from "./turn-draft.ts";
import type { Views } from "./views.ts";

/** What stands at the top of queries and mutations. */
export function buildRoot(views: Views) {
  return {
    id: "QUERY",
    viewer: () => viewViewer(views),
    node: ({ id }: { id: string }) => findNode(views, id),
    nodes: ({ ids }: { ids: string[] }) => ids.map((id) => attempt(() => findNode(views, id))),
    repository: ({ owner, name }: { owner: string; name: string }) => {
      const repository = views.world.repositories.get(`${owner}/${name}`.toLowerCase());
      if (repository === undefined || !canSee(views.actor, repository)) {
        const message = `Could not resolve to a Repository with the name '${owner}/${name}'.`;
        throw queryError("NOT_FOUND", message);
      }
      return views.repository(repository);
    },
    rateLimit: () => ({
      ...{ limit: 5000, remaining: 5000, used: 0, cost: 1, nodeCount: 0 },
      resetAt: new Date(views.world.now() + 3_600_000).toISOString(),
    }),
    createCommitOnBranch: ({ input }: { input: Parameters<typeof createCommitOnBranch>[1] }) =>
      createCommitOnBranch(views, input),
    createIssue: ({ input }: { input: Parameters<typeof createIssue>[1] }) =>
      createIssue(views, input),
    deleteIssue: ({ input }: { input: Parameters<typeof removeIssue>[1] }) =>
      removeIssue(views, input),
    pinIssue: ({ input }: { input: Parameters<typeof pinIssue>[1] }) => pinIssue(views, input),
    transferIssue: ({ input }: { input: Parameters<typeof moveIssue>[1] }) =>
      moveIssue(views, input),
    addSubIssue: ({ input }: { input: FamilyInput }) => addChild(views, input),
    removeSubIssue: ({ input }: { input: FamilyInput }) => removeChild(views, input),
    createProjectV2: ({ input }: { input: Parameters<typeof createProject>[1] }) =>
      createProject(views, input),
    createProjectV2Field: ({ input }: { input: Parameters<typeof createProjectField>[1] }) =>
      createProjectField(views, input),
    addProjectV2ItemById: ({ input }: { input: Parameters<typeof addProjectItem>[1] }) =>
      addProjectItem(views, input),
    updateProjectV2ItemFieldValue: ({ input }: { input: Parameters<typeof setProjectValue>[1] }) =>
      setProjectValue(views, input),
    convertPullRequestToDraft: ({ input }: { input: DraftInput }) => turnDraft(views, input, true),
    markPullRequestReadyForReview: ({ input }: { input: DraftInput }) =>
      turnDraft(views, input, false),
    addBlockedBy: ({ input }: { input: Parameters<typeof addBlockedBy>[1] }) =>
      addBlockedBy(views, input),
    removeBlockedBy: ({ input }: { input: Parameters<typeof removeBlockedBy>[1] }) =>
      removeBlockedBy(views, input),
  };
}

/** The caller under the full login, `[bot]` and all, and always as a user. */
function viewViewer(views: Views) {
  const user = getUser(views.actor);
  return { ...views.user(user), __typename: "User", login: user.login };
}

/** GraphQL reports an error that stands in a list at its place and puts null there. */
function attempt<T>(read: () => T): T | Error {
  try {
    return read();
  } catch (error) {
    if (error instanceof Error) return error;
    throw error;
  }
}
