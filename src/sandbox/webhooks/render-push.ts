import { isAncestor, listCommitsBetween, listHistory } from "../git/history.ts";
import type { GitCommit } from "../git/object-store.ts";
import { readCommit } from "../git/read-object.ts";
import { repositoryPage } from "../render/repository-url.ts";
import { renderTime } from "../render/scalars.ts";
import { NO_SHA } from "../state/move-ref.ts";
import type { Repository } from "../state/records.ts";
import type { User } from "../state/user.ts";
import type { World } from "../state/world.ts";

/** Most commits of a push. */
const MAX_COMMITS = 2048;

/** What a push brought. */
export function renderPush(
  world: World,
  repository: Repository,
  push: {
    readonly ref: string;
    readonly before: string;
    readonly after: string;
    readonly sender: User;
  },
) {
  const { ref, before, after, sender } = push;
  const { git } = repository;
  const [isNew, isGone] = [before === NO_SHA, after === NO_SHA];
  const page = repositoryPage(world, repository);
  const render = (commit: GitCommit) => renderCommit(page, commit);
  const commits = isGone ? [] : listNewCommits(repository, before, after).slice(-MAX_COMMITS);
  return {
    ref,
    before,
    after,
    base_ref: null,
    created: isNew,
    deleted: isGone,
    forced: !isNew && !isGone && !isAncestor(git, before, after),
    compare: `${page}/compare/${before.slice(0, 12)}...${after.slice(0, 12)}`,
    commits: commits.map(render),
    head_commit: isGone ? null : render(readCommit(git, after)),
    pusher: { name: sender.login, email: sender.email },
  };
}

function listNewCommits({ git }: Repository, before: string, after: string): GitCommit[] {
  if (before === NO_SHA) return listHistory(git, after).toReversed();
  return listCommitsBetween(git, before, after);
}

function renderCommit(page: string, { sha, tree, message, author, committer }: GitCommit) {
  return {
    id: sha,
    tree_id: tree,
    distinct: true,
    message,
    timestamp: renderTime(committer.at),
    url: `${page}/commit/${sha}`,
    author: { name: author.name, email: author.email },
    committer: { name: committer.name, email: committer.email },
    added: [],
    removed: [],
    modified: [],
  };
}
