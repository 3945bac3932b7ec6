import { diffFiles } from "../git/diff-files.ts";
import type { GitCommit, Signature } from "../git/object-store.ts";
import { readCommit } from "../git/read-object.ts";
import { findUserByEmail } from "../state/ensure-user.ts";
import type { Repository } from "../state/records.ts";
import type { World } from "../state/world.ts";
import { renderFileChange } from "./render-file-change.ts";
import { renderUser } from "./render-user.ts";
import { repositoryPage, repositoryUrl } from "./repository-url.ts";
import { renderTime } from "./scalars.ts";

const UNVERIFIED = {
  ...{ verified: false, reason: "unsigned", signature: null, payload: null, verified_at: null },
};

/** A commit as the git database gives it (`git-commit`). */
export function renderGitCommit(world: World, repository: Repository, commit: GitCommit) {
  const url = `${repositoryUrl(world, repository)}/git`;
  const page = repositoryPage(world, repository);
  return {
    sha: commit.sha,
    node_id: `C_${commit.sha}`,
    url: `${url}/commits/${commit.sha}`,
    html_url: `${page}/commit/${commit.sha}`,
    author: renderSignature(commit.author),
    committer: renderSignature(commit.committer),
    message: commit.message,
    tree: { sha: commit.tree, url: `${url}/trees/${commit.tree}` },
    parents: commit.parents.map((sha) => ({
      sha,
      url: `${url}/commits/${sha}`,
      html_url: `${page}/commit/${sha}`,
    })),
    verification: UNVERIFIED,
  };
}

/** A commit with its people (`commit`). */
export function renderCommit(world: World, repository: Repository, commit: GitCommit) {
  const url = `${repositoryUrl(world, repository)}/commits`;
  const git = renderGitCommit(world, repository, commit);
  const { author, committer, message, tree, verification, html_url, node_id } = git;
  return {
    sha: commit.sha,
    node_id,
    commit: { author, committer, message, tree, url: git.url, comment_count: 0, verification },
    url: `${url}/${commit.sha}`,
    html_url,
    comments_url: `${url}/${commit.sha}/comments`,
    author: renderPerson(world, commit.author),
    committer: renderPerson(world, commit.committer),
    parents: git.parents.map((parent) => ({ ...parent, url: `${url}/${parent.sha}` })),
  };
}

/** A commit with its people and files, against its first parent. */
export function renderCommitWithFiles(world: World, repository: Repository, commit: GitCommit) {
  const [parent] = commit.parents;
  const base = parent === undefined ? undefined : readCommit(repository.git, parent).tree;
  const changes = diffFiles(repository.git, base, commit.tree);
  const files = changes.map((one) => renderFileChange(world, repository, one, commit.sha));
  const additions = files.reduce((sum, file) => sum + file.additions, 0);
  const deletions = files.reduce((sum, file) => sum + file.deletions, 0);
  const stats = { additions, deletions, total: additions + deletions };
  return { ...renderCommit(world, repository, commit), stats, files };
}

function renderSignature({ name, email, at }: Signature) {
  return { name, email, date: renderTime(at) };
}

function renderPerson(world: World, { email }: Signature) {
  const user = findUserByEmail(world, email);
  return user === undefined ? null : renderUser(world, user);
}
