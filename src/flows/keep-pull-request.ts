import type { Pace, SpecWriter } from "./ports.ts";

/** Where the pull request goes to. */
export interface PullTarget {
  readonly defaultBranch: string;
  /** The commit of it that the texts were made from. */
  readonly ref: string;
}

const branch = "keysteps/progress";
const title = "docs(specs): tick what is done";

/**
 * Keeps one pull request with these texts of files: opened where there is none, moved onto the newest
 * commit where its texts are no longer those, closed where nothing is left to change. The branch moves in
 * one step from commit to commit, so GitHub never sees it empty and closes the pull request by itself.
 *
 * @returns What was done, one line each.
 */
export async function keepPullRequest(
  texts: ReadonlyMap<string, string>,
  { defaultBranch, ref }: PullTarget,
  { specs, pace }: { readonly specs: SpecWriter; readonly pace: Pace },
): Promise<readonly string[]> {
  const pull = await specs.findPull(branch, defaultBranch);
  if (texts.size === 0) {
    if (pull === undefined) return [];
    await pace.beforeWrite("edit");
    await specs.closePull(pull);
    return [`closed pull request #${pull}: the specs say already what is done`];
  }
  const done: string[] = [];
  const head = await specs.readHead(branch);
  if (head === undefined || !(await hasTexts(head))) {
    await pace.beforeWrite("content", 3);
    await specs.replaceBranch({ branch, base: ref, files: texts }, title);
    done.push(`ticked what is done in ${[...texts.keys()].join(", ")} on branch ${branch}`);
  }
  if (pull === undefined) {
    await pace.beforeWrite("content");
    const opened = await specs.openPull({ branch, base: defaultBranch, title, body });
    done.push(`opened pull request #${opened}`);
  }
  return done;

  async function hasTexts(at: string): Promise<boolean> {
    for (const [path, text] of texts) {
      if ((await specs.readExact(path, at)) !== text) return false;
    }
    return true;
  }
}

const body =
  "Issues were closed or opened again, so their boxes and the progress tables in the specs change. Keysteps keeps this pull request up to date; merging it changes no issue. What you commit to its branch is replaced.\n";
