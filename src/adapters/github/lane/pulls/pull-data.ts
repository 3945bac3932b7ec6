import type { Connection } from "../../list-whole.ts";

/** An issue that merging a pull request closes. */
export interface ClosedIssueData {
  readonly number: number;
  readonly repository: { readonly id: string };
}

/** A pull request as `pullFragment` asks for it. */
export interface PullData {
  readonly number: number;
  readonly headRefOid: string;
  readonly state: "OPEN" | "CLOSED" | "MERGED";
  readonly mergedAt: string | null;
  readonly updatedAt: string;
  readonly baseRefName: string;
  readonly changedFiles: number;
  readonly labels: Connection<{ readonly name: string }> | null;
  /** `changeType` is `RENAMED` where the old path is not told. */
  readonly files: Connection<{ readonly path: string; readonly changeType: string }> | null;
  readonly closingIssuesReferences: Connection<ClosedIssueData> | null;
}

/**
 * What is read of each pull request, with the first page of each of its lists.
 *
 * Source: https://docs.github.com/en/graphql/reference/objects#pullrequest
 */
export const pullFragment = `
  fragment pull on PullRequest {
    number headRefOid state mergedAt updatedAt baseRefName changedFiles
    labels(first: 100) { nodes { name } pageInfo { hasNextPage } }
    files(first: 100) { nodes { path changeType } pageInfo { hasNextPage } }
    closingIssuesReferences(first: 100) {
      nodes { number repository { id } } pageInfo { hasNextPage endCursor }
    }
  }`;
