import type { FileChange } from "../git/diff-files.ts";
import { diffLines } from "../git/diff-lines.ts";
import { readBlob } from "../git/read-object.ts";
import type { TreeFile } from "../git/tree-files.ts";
import type { Repository } from "../state/records.ts";
import type { World } from "../state/world.ts";
import { repositoryPage, repositoryUrl } from "./repository-url.ts";
import { renderPath } from "./scalars.ts";

/** One changed file of a commit, comparison or pull request (`diff-entry`), as it is at `sha`. */
export function renderFileChange(
  world: World,
  repository: Repository,
  change: FileChange,
  sha: string,
) {
  const [before, after] = [readText(change.from), readText(change.to)];
  const isBinary = before.includes("\0") || after.includes("\0");
  const diff = isBinary ? { additions: 0, deletions: 0, patch: "" } : diffLines(before, after);
  const page = repositoryPage(world, repository);
  const path = renderPath(change.path);
  return {
    sha: change.to?.sha ?? change.from?.sha ?? null,
    filename: change.path,
    status: change.status,
    additions: diff.additions,
    deletions: diff.deletions,
    changes: diff.additions + diff.deletions,
    blob_url: `${page}/blob/${sha}/${path}`,
    raw_url: `${page}/raw/${sha}/${path}`,
    contents_url: `${repositoryUrl(world, repository)}/contents/${path}?ref=${sha}`,
    ...(diff.patch !== "" && { patch: diff.patch }),
    ...(change.previousPath !== undefined && { previous_filename: change.previousPath }),
  };

  function readText(file: TreeFile | undefined): string {
    if (file === undefined || file.mode === "160000") return "";
    return readBlob(repository.git, file.sha).content.toString();
  }
}
