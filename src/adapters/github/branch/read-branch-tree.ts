import type { Attempt } from "../ask-github.ts";
import { askGraphql } from "../ask-graphql.ts";
import type { RepoName } from "../repo-name.ts";
import type { Requester } from "../requester.ts";
import { branchName } from "./branch-name.ts";

/** A branch as one commit has it. */
export interface BranchTree {
  /** `undefined` if the branch does not exist. */
  readonly head: string | undefined;
  /** Git's blob ID by repository-relative path, only below the folder asked for. */
  readonly blobs: ReadonlyMap<string, string>;
}

interface Entry {
  readonly name: string;
  readonly type: string;
  readonly oid: string;
  readonly object?: { readonly entries?: readonly Entry[] | null } | null;
}

interface Answer {
  readonly repository: {
    readonly ref: {
      readonly target: { readonly oid: string; readonly tree?: Entry["object"] };
    } | null;
  } | null;
}

/** Plans stand two folders deep: `plans/<slug>/<file>`. */
const query = `
  query ($owner: String!, $repo: String!, $ref: String!) {
    repository(owner: $owner, name: $repo, followRenames: false) {
      ref(qualifiedName: $ref) {
        target { oid ... on Commit { tree { entries {
          name type oid object { ... on Tree { entries {
            name type oid object { ... on Tree { entries { name type oid } } }
          } } }
        } } } }
      }
    }
  }`;

/**
 * Reads where the branch stands and which files it has, both of one commit, in one request.
 *
 * Source: https://docs.github.com/en/graphql/reference/objects#tree
 */
export async function readBranchTree(
  octokit: Requester,
  { owner, repo }: RepoName,
  folder: string,
): Promise<BranchTree> {
  const attempt: Attempt = { what: `read branch ${branchName}`, needs: "contents: read" };
  const variables = { owner, repo, ref: `refs/heads/${branchName}` };
  const { repository } = await askGraphql<Answer>(octokit, { ...attempt, query, variables });
  const target = repository?.ref?.target;
  if (target === undefined) return { head: undefined, blobs: new Map() };
  const all = listBlobs(target.tree, "");
  return {
    head: target.oid,
    blobs: new Map(all.filter(([path]) => path.startsWith(`${folder}/`))),
  };
}

function listBlobs(tree: Entry["object"], prefix: string): readonly (readonly [string, string])[] {
  return (tree?.entries ?? []).flatMap(({ name, type, oid, object }) =>
    type === "blob" ? [[`${prefix}${name}`, oid] as const] : listBlobs(object, `${prefix}${name}/`),
  );
}
