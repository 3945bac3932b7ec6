import { listProposed, renderProposed } from "../core/writeback/proposed-boxes.ts";
import type { Pace, SpecWriter } from "./ports.ts";

/** What a pull request is to propose. */
export interface Proposed {
  /** Texts by path. */
  readonly texts: ReadonlyMap<string, string>;
  /** What they change, as `listTurned` names it. */
  readonly turned: readonly string[];
}

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
 * One that people closed without merging is a no to all that it proposed: there is none until there is more to say.
 *
 * @returns What was done, one line each.
 */
export async function keepPullRequest(
  { texts, turned }: Proposed,
  { defaultBranch, ref }: PullTarget,
  { specs, pace }: { readonly specs: SpecWriter; readonly pace: Pace },
): Promise<readonly string[]> {
  const last = await specs.findPull(branch, defaultBranch);
  const pull = last?.state === "open" ? last : undefined;
  if (texts.size === 0) {
    if (pull === undefined) return [];
    await pace.beforeWrite("edit");
    await specs.updatePull(pull.number, { state: "closed", body: words });
    return [`closed pull request #${pull.number}: the specs say already what is done`];
  }
  const proposed = renderProposed(turned);
  if (last?.state === "closed" && isNothingNew(listProposed(last.body))) return [];
  const done: string[] = [];
  const head = await specs.readHead(branch);
  if (head === undefined || !(await hasTexts(head))) {
    await pace.beforeWrite("content", 3);
    await specs.replaceBranch({ branch, base: ref, files: texts }, title);
    done.push(`ticked what is done in ${[...texts.keys()].join(", ")} on branch ${branch}`);
  }
  const body = `${words}\n${proposed}\n`;
  if (pull === undefined) {
    await pace.beforeWrite("content");
    const opened = await specs.openPull({ branch, base: defaultBranch, title, body });
    done.push(`opened pull request #${opened}`);
  } else if (!pull.body.includes(proposed)) {
    await pace.beforeWrite("edit");
    await specs.updatePull(pull.number, { body });
    done.push(`updated pull request #${pull.number}`);
  }
  return done;

  function isNothingNew(refused: readonly string[]): boolean {
    return listProposed(proposed).every((one) => refused.includes(one));
  }

  async function hasTexts(at: string): Promise<boolean> {
    for (const [path, text] of texts) {
      if ((await specs.readExact(path, at)) !== text) return false;
    }
    return true;
  }
}

const words =
  "Issues were closed or opened again, so their boxes and the progress tables in the specs change. Keysteps keeps this pull request up to date; merging it changes no issue. Closing it says no to these changes: they are proposed again only together with others. What you commit to its branch is replaced.\n";
