import type { KnownPull, SpecWriter } from "../../../flows/ports.ts";
import { askGitHub } from "../ask-github.ts";
import { commitOnBranch } from "../branch/commit-on-branch.ts";
import { readRawFile } from "../read-raw-file.ts";
import type { RepoName } from "../repo-name.ts";
import type { Requester } from "../requester.ts";
import { unlessRefused } from "../unless-refused.ts";
import { replaceBranch } from "./replace-branch.ts";

const pullNeeds =
  'pull-requests: write", and for a job\'s own token the setting "Allow GitHub Actions to create and approve pull requests';

/**
 * Writes specs through a given Octokit.
 *
 * Sources: https://docs.github.com/en/rest/pulls/pulls, .../git/refs
 */
export function octokitSpecWriter(octokit: Requester, repoName: RepoName): SpecWriter {
  return {
    readExact: (path, ref) => readRawFile(octokit, repoName, path, ref, { keepsMark: true }),
    readHead,
    async commit({ branch, expectedHead, files }, message) {
      await commitOnBranch(octokit, repoName, { branch, expectedHead, files }, message);
    },
    replaceBranch: (change, message) =>
      readHead(change.branch).then((head) =>
        replaceBranch(octokit, repoName, { ...change, isNew: head === undefined }, message),
      ),
    findPull,
    openPull,
    updatePull,
  };

  async function readHead(branch: string): Promise<string | undefined> {
    const sent = { ...repoName, ref: `heads/${branch}` };
    const attempt = { what: `read branch ${branch}`, needs: "contents: read" };
    const { data } = await askGitHub(attempt, () =>
      unlessRefused(404, () => octokit.request("GET /repos/{owner}/{repo}/git/ref/{ref}", sent)),
    );
    return data?.object.sha;
  }

  async function findPull(branch: string, base: string): Promise<KnownPull | undefined> {
    const sent = { ...repoName, state: "all", base, per_page: 100 } as const;
    const attempt = { what: `find the pull request of ${branch}`, needs: "pull-requests: read" };
    const { data } = await askGitHub(attempt, () =>
      octokit.request("GET /repos/{owner}/{repo}/pulls", {
        ...sent,
        head: `${repoName.owner}:${branch}`,
      }),
    );
    const found = data.find(({ state }) => state === "open") ?? data[0];
    if (found === undefined) return undefined;
    const { number, body, state: now, merged_at: mergedAt } = found;
    const state = now === "open" ? "open" : mergedAt === null ? "closed" : "merged";
    return { number, state, body: body ?? "" };
  }

  async function openPull(pull: Parameters<SpecWriter["openPull"]>[0]): Promise<number> {
    const { branch: head, base, title, body } = pull;
    const attempt = { what: `open a pull request from ${head}`, needs: pullNeeds };
    const { data } = await askGitHub(attempt, () =>
      octokit.request("POST /repos/{owner}/{repo}/pulls", { ...repoName, head, base, title, body }),
    );
    return data.number;
  }

  async function updatePull(
    number: number,
    changes: Parameters<SpecWriter["updatePull"]>[1],
  ): Promise<void> {
    const attempt = { what: `update pull request #${number}`, needs: "pull-requests: write" };
    await askGitHub(attempt, () =>
      octokit.request("PATCH /repos/{owner}/{repo}/pulls/{pull_number}", {
        ...repoName,
        pull_number: number,
        ...changes,
      }),
    );
  }
}
