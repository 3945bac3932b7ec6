import { askGitHub } from "../ask-github.ts";
import { listPages } from "../list-pages.ts";
import type { RepoName } from "../repo-name.ts";
import type { Requester } from "../requester.ts";

/** A milestone by the two names that writes want. */
export interface MilestoneRef {
  readonly number: number;
  readonly nodeId: string;
}

/** The milestones of a repository. */
export interface Milestones {
  /** The one of that title, in any case, open or closed; made if there is none. */
  ensure(title: string): Promise<MilestoneRef>;
}

interface MilestoneData {
  readonly number: number;
  readonly node_id: string;
  readonly title: string;
}

/** Milestones through a given Octokit, read once. Source: https://docs.github.com/en/rest/issues/milestones */
export function milestones(octokit: Requester, repoName: RepoName): Milestones {
  let known: ReadonlyMap<string, MilestoneRef> | undefined;
  return { ensure };

  async function ensure(title: string): Promise<MilestoneRef> {
    known ??= await readAll();
    const found = known.get(title.toLowerCase());
    if (found !== undefined) return found;
    const { data } = await askGitHub(
      { what: `create milestone "${title}"`, needs: "issues: write" },
      () => octokit.request("POST /repos/{owner}/{repo}/milestones", { ...repoName, title }),
    );
    known = new Map([...known, toEntry(data)]);
    return toEntry(data)[1];
  }

  async function readAll(): Promise<ReadonlyMap<string, MilestoneRef>> {
    const all = await listPages<MilestoneData>(
      octokit,
      { what: "list the milestones", needs: "issues: read" },
      "GET /repos/{owner}/{repo}/milestones",
      { ...repoName, state: "all" },
    );
    return new Map(all.map(toEntry));
  }
}

function toEntry({ number, node_id: nodeId, title }: MilestoneData) {
  return [title.toLowerCase(), { number, nodeId }] as const;
}
