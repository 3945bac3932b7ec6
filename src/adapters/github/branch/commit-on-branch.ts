import { GitHubError } from "../../../core/errors.ts";
import { askGraphql } from "../ask-graphql.ts";
import type { RepoName } from "../repo-name.ts";
import type { Requester } from "../requester.ts";
import type { QueryFault } from "../to-query-error.ts";

interface Answer {
  readonly createCommitOnBranch: { readonly commit: { readonly oid: string } | null } | null;
}

/** What is to be committed. */
export interface BranchChange {
  readonly branch: string;
  /** Where the branch was seen. */
  readonly expectedHead: string;
  /** `undefined` as text deletes a file. */
  readonly files: ReadonlyMap<string, string | undefined>;
}

const mutation = `
  mutation ($input: CreateCommitOnBranchInput!) {
    createCommitOnBranch(input: $input) { commit { oid } }
  }`;

/**
 * Commits to the branch in one request, which GitHub refuses when the branch is not where it was seen.
 *
 * @returns The new head.
 * @throws {GitHubError} with remedy `try-later` if the branch has moved on.
 * Source: https://docs.github.com/en/graphql/reference/mutations#createcommitonbranch
 */
export async function commitOnBranch(
  octokit: Requester,
  { owner, repo }: RepoName,
  { branch, expectedHead, files }: BranchChange,
  message: string,
): Promise<string> {
  const changes = [...files];
  const input = {
    branch: { repositoryNameWithOwner: `${owner}/${repo}`, branchName: branch },
    expectedHeadOid: expectedHead,
    message: { headline: message },
    fileChanges: {
      additions: changes.flatMap(([path, text]) =>
        text === undefined
          ? []
          : [{ path, contents: Buffer.from(text, "utf8").toString("base64") }],
      ),
      deletions: changes.flatMap(([path, text]) => (text === undefined ? [{ path }] : [])),
    },
  };
  let hasMovedOn = false;
  const answer = await askGraphql<Answer>(octokit, {
    what: `commit to branch ${branch}`,
    needs: "contents: write",
    query: mutation,
    variables: { input },
    isBearable: (fault) => {
      hasMovedOn ||= isMovedOn(fault);
      return isMovedOn(fault);
    },
  });
  const oid = answer.createCommitOnBranch?.commit?.oid;
  if (oid !== undefined) return oid;
  const why = hasMovedOn ? "another run has moved it on" : "GitHub named no commit";
  const words = `Cannot commit to branch ${branch}: ${why}; run it again`;
  throw new GitHubError("try-later", 409, words);
}

function isMovedOn({ type, message = "" }: QueryFault): boolean {
  return type === "STALE_DATA" || /no such branch|expected branch to point to/i.test(message);
}
