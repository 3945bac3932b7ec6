import { diffFiles } from "../git/diff-files.ts";
import { findMergeBase, listCommitsBetween, listHistory } from "../git/history.ts";
import type { GitCommit } from "../git/object-store.ts";
import { findEntry, readCommit, resolveCommit } from "../git/read-object.ts";
import { cutPage, paginate } from "../http/paginate.ts";
import type { RepositoryCall, RepositoryRoutes } from "../http/route.ts";
import { notFound, Refusal } from "../refusal.ts";
import { renderCommit, renderCommitWithFiles } from "../render/render-commit.ts";
import { renderFileChange } from "../render/render-file-change.ts";
import { repositoryPage, repositoryUrl } from "../render/repository-url.ts";
import { checkNotEmpty } from "./git-ref-routes.ts";

/** Most files of a comparison. */
const MAX_FILES = 300;

/** Source: https://docs.github.com/en/rest/commits/commits */
export const commitRoutes: RepositoryRoutes = {
  "repos/list-commits": (call) => {
    const { repository, query } = call;
    checkNotEmpty(repository);
    const start = resolveCommit(repository.git, String(query.sha ?? repository.defaultBranch));
    if (start === undefined) throw notFound();
    const history = listHistory(repository.git, start.sha);
    const commits = history.filter((commit) => matches(call, commit));
    return paginate(call, commits, (commit) => renderCommit(call.world, repository, commit));
  },
  "repos/get-commit": ({ world, repository, parameters: { ref = "" } }) => {
    checkNotEmpty(repository);
    const commit = resolveCommit(repository.git, ref);
    if (commit === undefined) throw new Refusal(422, `No commit found for SHA: ${ref}`);
    return { status: 200, body: renderCommitWithFiles(world, repository, commit) };
  },
  "repos/compare-commits-with-basehead": compareCommits,
};

function matches({ repository: { git }, query }: RepositoryCall, commit: GitCommit): boolean {
  const { path, author, committer, since, until } = query;
  const isBy = (name: unknown, { email, name: own }: GitCommit["author"]) =>
    name === undefined || name === email || name === own;
  return (
    isBy(author, commit.author) &&
    isBy(committer, commit.committer) &&
    (typeof since !== "string" || commit.committer.at >= Date.parse(since)) &&
    (typeof until !== "string" || commit.committer.at <= Date.parse(until)) &&
    (typeof path !== "string" || touches(git, commit, path))
  );
}

/** Whether a commit changed a path against all its parents, as git simplifies a history. */
function touches(
  git: RepositoryCall["repository"]["git"],
  commit: GitCommit,
  path: string,
): boolean {
  const own = findEntry(git, commit.tree, path)?.sha;
  const others = commit.parents.map((sha) => findEntry(git, readCommit(git, sha).tree, path)?.sha);
  return others.length === 0 ? own !== undefined : others.every((sha) => sha !== own);
}

function compareCommits(call: RepositoryCall) {
  const { world, repository } = call;
  const { git } = repository;
  const [baseName = "", headName = ""] = (call.parameters.basehead ?? "").split("...");
  const base = resolveCommit(git, toOwnBranch(baseName));
  const head = resolveCommit(git, toOwnBranch(headName));
  if (base === undefined || head === undefined) throw notFound();
  const mergeBase = findMergeBase(git, base.sha, head.sha);
  if (mergeBase === undefined) {
    throw new Refusal(404, `No common ancestor between ${baseName} and ${headName}.`);
  }
  const ahead = listCommitsBetween(git, base.sha, head.sha);
  const behind = listCommitsBetween(git, head.sha, base.sha);
  const { page, headers } = cutPage(call, ahead);
  const changes = diffFiles(git, mergeBase.tree, head.tree).slice(0, MAX_FILES);
  const place = `compare/${base.sha}...${head.sha}`;
  const htmlUrl = `${repositoryPage(world, repository)}/${place}`;
  const body = {
    url: `${repositoryUrl(world, repository)}/${place}`,
    html_url: htmlUrl,
    permalink_url: htmlUrl,
    diff_url: `${htmlUrl}.diff`,
    patch_url: `${htmlUrl}.patch`,
    base_commit: renderCommit(world, repository, base),
    merge_base_commit: renderCommit(world, repository, mergeBase),
    status: describeStatus(ahead.length, behind.length),
    ahead_by: ahead.length,
    behind_by: behind.length,
    total_commits: ahead.length,
    commits: page.map((commit) => renderCommit(world, repository, commit)),
    files: changes.map((change) => renderFileChange(world, repository, change, head.sha)),
  };
  return { status: 200, headers, body };
}

/** `owner:branch` means a fork's branch; objects are shared, so only the name matters here. */
function toOwnBranch(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

function describeStatus(ahead: number, behind: number): string {
  if (ahead > 0) return behind > 0 ? "diverged" : "ahead";
  return behind > 0 ? "behind" : "identical";
}
