import { readBlob } from "../git/read-object.ts";
import type { PathEntry } from "../git/tree-files.ts";
import type { Repository } from "../state/records.ts";
import type { World } from "../state/world.ts";
import { repositoryPage, repositoryUrl } from "./repository-url.ts";
import { renderPath } from "./scalars.ts";

/** A file or folder as the contents API lists it, seen at a revision. */
export function renderContent(
  world: World,
  repository: Repository,
  entry: PathEntry,
  revision: string,
) {
  const isFolder = entry.mode === "040000";
  const url = repositoryUrl(world, repository);
  const page = repositoryPage(world, repository);
  const path = renderPath(entry.path);
  const self = `${url}/contents/${path}?ref=${encodeURIComponent(revision)}`;
  const git = `${url}/git/${isFolder ? "trees" : "blobs"}/${entry.sha}`;
  const html = `${page}/${isFolder ? "tree" : "blob"}/${renderPath(revision)}/${path}`;
  return {
    name: entry.path.split("/").at(-1) ?? "",
    path: entry.path,
    sha: entry.sha,
    size: isFolder ? 0 : readBlob(repository.git, entry.sha).content.length,
    url: self,
    html_url: html,
    git_url: git,
    download_url: isFolder ? null : `${page}/raw/${renderPath(revision)}/${path}`,
    type: isFolder ? "dir" : "file",
    _links: { self, git, html },
  };
}
